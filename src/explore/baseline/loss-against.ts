import { DIRECTIONS, type Direction } from '../../protocol/direction';
import { splitLoss } from '../../sweep/results/loss';
import type { DirectionResult, ResultRow } from '../../sweep/results/result';
import { cellKey } from '../../sweep/plan/setting';

/**
 * What splits the loss of a row anew, as `Loss` has it, counted from the cell of this key in place of fp32 at the base dimension. A row has none where
 * that cell was not measured in its pools, or its precision not in the row's space; what the pool takes is NaN where the whole gallery was not measured.
 * @param key as `cellKey` writes it
 */
export function lossAgainst(rows: readonly ResultRow[], key: string): (row: ResultRow) => ResultRow {
  const byName = new Map(rows.map((row) => [`${cellKey(row)} ${row.candidateSize}`, row]));
  const base = rows.find((row) => cellKey(row) === key);
  const whole = rows.find((row) => cellKey(row) === key && row.wholeGallery);
  return (row) => {
    const inPool = byName.get(`${key} ${row.candidateSize}`);
    const middle = base && { ...row, precision: base.precision };
    const sameSpace = middle && byName.get(`${cellKey(middle)} ${row.candidateSize}`);
    const split = (direction: Direction): DirectionResult => {
      const { [direction]: own } = row;
      const result: { loss?: DirectionResult['loss'] } & DirectionResult = { ...own };
      delete result.loss;
      if (!inPool || !sameSpace) return result;
      const [a, b, c] = [whole ?? inPool, inPool, sameSpace].map((one) => one[direction]);
      const loss = splitLoss(a, b, c, result);
      return { ...result, loss: whole ? loss : loss.map((one) => ({ ...one, pool: NaN, total: NaN })) };
    };
    const [textToImage, imageToText] = DIRECTIONS.map(split);
    return { ...row, textToImage, imageToText };
  };
}
