import type { Difference } from '../../../sweep/results/result';
import { percentRange } from '../../formats/format';
import { formatted } from '../../formats/units';
import type { Measure } from '../measure';

/** What a cell measures, with its interval where it is known: 97.4 % (96.1–98.5 %). */
export function qualityText({ mean, low, high }: Difference, unit: Measure['unit']): string {
  const interval = Number.isNaN(high - low) ? '' : ` (${percentRange(low, high)})`;
  return `${formatted(mean, unit)}${interval}`;
}
