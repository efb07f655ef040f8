import type { Speed } from '../../retrieval/speed/speed';
import { perSecond } from './format';

/** A speed as tables and charts have room for: 12 300 (11 900–12 400), the median of the samples with the slowest and the fastest. */
export const speedText = ({ median, slowest, fastest }: Speed): string =>
  `${perSecond(median)} (${perSecond(slowest)}–${perSecond(fastest)})`;
