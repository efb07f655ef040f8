import type { Difference } from '../../sweep/results/result';
import { share } from '../formats/format';
import { formatted } from '../formats/units';
import type { Measure } from './measure';

/** What a cell measures, with its interval where it is known: .974 (.961–.985). */
export function qualityText({ mean, low, high }: Difference, unit: Measure['unit']): string {
  const interval = Number.isNaN(high - low) ? '' : ` (${share(low)}–${share(high)})`;
  return `${formatted(mean, unit)}${interval}`;
}
