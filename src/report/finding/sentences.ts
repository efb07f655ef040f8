import type { Difference, ResultRow } from '../../sweep/results/result';
import type { Direction } from '../../protocol/direction';
import { LOSS_PARTS, lossInPool, type LossBar, type LossPart } from '../charts/losses';
import { excludesZero, hasInterval } from '../../sweep/results/result';
import { percent, percentRange, upperFirst } from '../formats/format';
import { points } from '../formats/points';
import { causeOf, spaceInWords, spaceName } from '../formats/spaces';

/** What cells are compared with unless another one is pinned. */
export const BASELINE = 'fp32 at the base dimension';

/** A loss and its parts in words, against what is compared with in the same pools. */
export function lossSentence(
  { precision, loss, run, ...space }: LossBar,
  k: number,
  against = BASELINE,
): string {
  const names: Record<LossPart, string> = { dimension: causeOf(space), precision: 'the precision' };
  const parts = LOSS_PARTS.map((part) =>
    points(loss[part]).startsWith('−')
      ? `${names[part]} adds ${points(-loss[part])}`
      : `${names[part]} costs ${points(loss[part])}`,
  );
  const total = lossInPool(loss);
  const gained = points(total).startsWith('−');
  const change = `${points(Math.abs(total))} points of Recall@${k} ${gained ? 'gained' : 'lost'}`;
  return `${run ? `${run.toUpperCase()} · ` : ''}${spaceName(space)} · ${precision}: ${change} compared with ${against}. ${upperFirst(parts.join(', '))}.`;
}

/** A difference in words: how many points, or that none is seen. */
export function differenceSentence(difference: Difference, against = BASELINE): string {
  const { mean, low, high } = difference;
  const size = `${points(Math.abs(mean))} points ${mean < 0 ? 'below' : 'above'} ${against}`;
  if (!hasInterval(difference)) return `${size} (its interval is not known)`;
  const interval = `95 % interval ${points(low)} to ${points(high)}`;
  if (!excludesZero(difference))
    return `no difference seen compared with ${against} (${points(mean)} points, ${interval})`;
  return `${size} (${interval})`;
}

/** A cell of the sweep in words: what it measured. */
export function cellSentence(
  row: ResultRow,
  direction: Direction,
  k: number,
  kIndex: number,
  against = BASELINE,
): string {
  const name = `${spaceInWords(row)}, ${row.precision}`;
  const result = row[direction];
  const estimate = result.recall[kIndex];
  const { mean, low, high } = estimate;
  const interval = hasInterval(estimate)
    ? `95 % interval ${percentRange(low, high)}`
    : 'its interval is not known';
  const recall = `${name}: Recall@${k} ${percent(mean)} (${interval})`;
  const difference = result.difference?.recall[kIndex];
  return difference ? `${recall}, ${differenceSentence(difference, against)}.` : `${recall}.`;
}
