import type { ComparedCell } from '../../explore/compare-runs';
import { points, signedPoints } from '../../report/formats/points';
import { excludesZero } from '../../sweep/results/result';

/** B − A of a cell in points, ± half the interval where it is paired: ○ stands where it includes 0. */
export function changeOf({ a, b, difference }: ComparedCell): string {
  if (!difference) return `${b > a ? '+' : ''}${points(b - a)}`;
  return `${excludesZero(difference) ? '' : '○ '}${signedPoints(difference)}`;
}
