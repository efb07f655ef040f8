import type { Qrels } from '../../kernels/contract/qrels';
import type { Matrix } from '../../math/matrix';
import { DIRECTIONS, type Direction } from '../../protocol/direction';
import {
  cutCurves,
  reciprocalRankCurve,
  type ExpectedGainTable,
} from '../../retrieval/metrics/expected-gain-table';
import {
  METRIC_AT_R_KEYS,
  METRIC_KEYS,
  METRICS,
  METRICS_AT_R,
  OF_FIRST,
} from '../../retrieval/metrics/metrics';
import { queryValues } from '../../retrieval/metrics/query-values';
import { mostRelevant } from '../../retrieval/ranks/qrels';
import { drawOf } from '../../retrieval/pools/draw-of';
import type { QueryRanks } from '../../sweep/results/query-ranks';

type Qrelss = Readonly<Record<Direction, Qrels>>;

/** The metrics of every query of a cell in one direction: those over the whole pool (one column: MRR), and those at each K. */
export interface QueryMetrics {
  readonly whole: Matrix<Float64Array>;
  readonly cut: Matrix<Float64Array>;
}

/** The metrics that follow from the rank of each query's first right item: all where no query of either direction has more than one, else those that look at the first alone. */
function knownMetrics(qrels: Qrelss) {
  const single = DIRECTIONS.every((direction) => mostRelevant(qrels[direction]) <= 1);
  return single ? { atK: METRIC_KEYS, atR: METRIC_AT_R_KEYS } : { atK: OF_FIRST, atR: [] };
}

/** The places of the known metrics in the order of `perMetric`. */
export function knownPlaces(qrels: Qrelss, ks: readonly number[]): number[] {
  const known = knownMetrics(qrels);
  const cut = known.atK.flatMap((key) => ks.map((_, i) => 1 + METRIC_KEYS.indexOf(key) * ks.length + i));
  const atR = known.atR.map((_, i) => 1 + METRIC_KEYS.length * ks.length + i);
  return [0, ...cut, ...atR];
}

/** What gives the metrics of a cell's queries in one direction, in the order of `knownPlaces`; its tables serve every cell. */
export function valuesOfCells(qrels: Qrelss, ks: readonly number[]) {
  const known = new Map<string, ExpectedGainTable>();
  const once = (key: string, make: () => ExpectedGainTable) => {
    const found = known.get(key) ?? make();
    known.set(key, found);
    return found;
  };
  const { atK, atR } = knownMetrics(qrels);
  const metrics = [
    ...atK.flatMap((key) => ks.map((k) => ({ metric: METRICS[key], k, ideal: METRICS[key].ideal(1, k) }))),
    ...atR.map((key) => ({
      metric: METRICS_AT_R[key],
      k: 1,
      ideal: METRICS_AT_R[key].ideal(1, 1),
    })),
  ];
  /** @param size candidates in a pool; Infinity for the whole gallery */
  return ({ ranks, pool }: QueryRanks, size: number, direction: Direction): QueryMetrics => {
    const { gallery } = qrels[direction];
    const draw = drawOf(pool, size, gallery);
    // Asked for each query, so found by a number; what other calls made already, by a name.
    const table = (make: (relevant: number) => ExpectedGainTable, name: string) => {
      const found = new Map<number, ExpectedGainTable>();
      return (relevant: number) => {
        const own =
          found.get(relevant) ?? once(`${name} ${pool} ${size} ${gallery} ${relevant}`, () => make(relevant));
        found.set(relevant, own);
        return own;
      };
    };
    const own = (tableOf: (relevant: number) => ExpectedGainTable) =>
      queryValues(ranks[direction], qrels[direction], tableOf);
    return {
      whole: own(table((relevant) => reciprocalRankCurve(draw(relevant), 0), 'whole')),
      cut: own(table((relevant) => cutCurves(draw(relevant), 0, metrics, 0), 'cut')),
    };
  };
}
