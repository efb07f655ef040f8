import type { Difference } from '../../../sweep/results/result';
import { percentRange } from '../../formats/format';
import { changeInWords } from '../../formats/points';
import { cellName } from '../../formats/spaces';
import { formatted } from '../../formats/units';
import type { Setting } from '../../../sweep/plan/setting';
import { isComparedWith } from '../compared-with';
import type { Measure } from '../measure';

/** What a cell measures, with its interval where it is known: 97.4 % (96.1–98.5 %). */
export function qualityText({ mean, low, high }: Difference, unit: Measure['unit']): string {
  const interval = Number.isNaN(high - low) ? '' : ` (${percentRange(low, high)})`;
  return `${formatted(mean, unit)}${interval}`;
}

/**
 * How a cell differs from the one that it is compared with: +0.4 ± 0.4 points against 512 · fp32. Empty where that is not known, and for that cell.
 * @param changes of one or more numbers, each after the name that tells it from the others
 */
export function againstText(
  cell: Setting,
  changes: readonly (readonly [name: string, Difference | undefined])[],
  comparedWith: Setting | undefined,
): string {
  const known = changes.flatMap(([name, change]) => (change ? [[name, changeInWords(change)]] : []));
  if (!comparedWith || known.length === 0 || isComparedWith(cell, comparedWith)) return '';
  const told = known.map((words) => words.filter(Boolean).join(' ')).join(', ');
  return `; ${told} against ${cellName(comparedWith)}`;
}
