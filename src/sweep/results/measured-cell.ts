import type { Measured } from '../../retrieval/metrics/measure';
import type { Differences, Estimate, Measures, PerMetric } from '../../retrieval/metrics/measures';
import { differences, meanOf, type Replicated } from '../../retrieval/resampling/paired';

/** What was measured of one cell with what each resample made of it. */
export interface ReplicatedCell {
  readonly textToImage: Measured;
  readonly imageToText: Measured;
  readonly mean: Replicated;
}

/** What was measured of one cell, and how it differs from the cell that it is compared with. */
export interface MeasuredCell {
  readonly textToImage: Measures;
  readonly imageToText: Measures;
  readonly mean: PerMetric<Estimate>;
  readonly difference?: Readonly<Record<keyof ReplicatedCell, Differences>>;
}

/** Both directions, measured with the same resamples, and their mean. */
export const replicatedCell = (textToImage: Measured, imageToText: Measured): ReplicatedCell => ({
  textToImage,
  imageToText,
  mean: meanOf(textToImage, imageToText),
});

/** A cell without its replicates; `base` is what it is compared with. */
export function measuredCell(cell: ReplicatedCell, base: ReplicatedCell | undefined): MeasuredCell {
  const measures = {
    textToImage: cell.textToImage.measures,
    imageToText: cell.imageToText.measures,
    mean: cell.mean.measures,
  };
  if (!base) return measures;
  const difference = {
    textToImage: differences(cell.textToImage, base.textToImage),
    imageToText: differences(cell.imageToText, base.imageToText),
    mean: differences(cell.mean, base.mean),
  };
  return { ...measures, difference };
}
