import type { Precision } from '../../protocol/sweep-config';
import type { Direction } from '../../protocol/direction';
import type { Space } from '../../sweep/plan/spaces';
import type { Difference, ResultRow } from '../../sweep/results/result';
import type { Measure } from './measure';
import type { Place } from './pointing/nearest';
import type { Box } from './labels/place-labels';

/** What a setting finds in one direction and in the other. */
export interface DirectionPoint extends Space {
  readonly experiment: string;
  readonly precision: Precision;
  readonly textToImage: Difference;
  readonly imageToText: Difference;
  /** From what it is compared with; those that are known. */
  readonly differences: Readonly<Record<Direction, Difference | undefined>>;
}

/** Both directions of the cells of one candidate size; without rows in which one of them is not known. */
export const directionPoints = (
  rows: readonly ResultRow[],
  candidateSize: number,
  measure: Measure,
): DirectionPoint[] =>
  rows
    .filter((row) => row.candidateSize === candidateSize)
    .map(({ experiment, dim, projection, precision, textToImage, imageToText }) => ({
      experiment,
      dim,
      projection,
      precision,
      textToImage: measure.of(textToImage),
      imageToText: measure.of(imageToText),
      differences: {
        textToImage: measure.differenceOf(textToImage),
        imageToText: measure.differenceOf(imageToText),
      },
    }))
    .filter((point) => Number.isFinite(point.textToImage.mean + point.imageToText.mean));

/** Pixels of the boxes that stand for a slanted line. */
const STEP = 8;

/** What a line between two places covers, so that no label is written over it. */
export function lineBoxes(from: Place, to: Place): Box[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP));
  return Array.from({ length: steps }, (_, i) => {
    const share = (i + 0.5) / steps;
    return {
      x: from.x + share * (to.x - from.x) - STEP / 2,
      y: from.y + share * (to.y - from.y) - STEP / 2,
      width: STEP,
      height: STEP,
    };
  });
}
