import type { Precision } from '../../protocol/sweep-config';
import type { Space } from '../../sweep/plan/spaces';
import type { Difference } from '../../sweep/results/result';
import { share } from '../formats/format';
import { spaceName } from '../formats/spaces';
import { formatted } from '../formats/units';
import type { Measure } from './measure';

/** A cell beside its mark: 512 · int4. */
export const cellName = ({ precision, ...space }: Space & { readonly precision: Precision }): string =>
  `${spaceName(space)} · ${precision.replace('reference-', 'ref. ')}`;

/** What a cell measures, with its interval where it is known: .974 (.961–.985). */
export function qualityText({ mean, low, high }: Difference, unit: Measure['unit']): string {
  const interval = Number.isNaN(high - low) ? '' : ` (${share(low)}–${share(high)})`;
  return `${formatted(mean, unit)}${interval}`;
}
