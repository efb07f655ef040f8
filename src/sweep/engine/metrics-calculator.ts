import type { Kernels } from '../../kernels/contract/kernels';
import type { Qrels } from '../../kernels/contract/qrels';
import type { RankCounts } from '../../kernels/contract/rank';
import type { Resamples } from '../../kernels/contract/resamples';
import { FifoCache } from '../../lib/fifo-cache';
import type { Direction } from '../../protocol/direction';
import { DIRECTIONS } from '../../protocol/direction';
import { measure, StatisticsCache, type Measured, type Ranking } from '../../retrieval/metrics/measure';
import { excludeRelevant } from '../../retrieval/ranks/exclude-relevant';
import { RESAMPLES } from '../../retrieval/resampling/bootstrap';
import {
  measuredCell,
  replicatedCell,
  type MeasuredCell,
  type ReplicatedCell,
} from '../results/measured-cell';
import type { Baseline, QueryCounts, MeasureJob } from './job';

/** Every metric of the cells of one input, from counts; what groups of cells have in common is computed once. */
export class MetricsCalculator {
  private readonly kernels: Kernels;
  private readonly qrels: Readonly<Record<Direction, Qrels>>;
  private readonly resamples = new FifoCache<Resamples>(1);
  private readonly statistics = new StatisticsCache();
  private baseline: Baseline | undefined;

  constructor(kernels: Kernels, qrels: Readonly<Record<Direction, Qrels>>) {
    this.kernels = kernels;
    this.qrels = qrels;
  }

  /** Takes what later cells are compared with. */
  receive(baseline: Baseline): void {
    this.baseline = baseline;
  }

  /** The cells of a group, one for each pool size, and the baseline where the group is it. */
  measure(job: MeasureJob): { readonly cells: MeasuredCell[]; readonly baseline: Baseline | null } {
    const [texts, images] = DIRECTIONS.map((direction) => this.metrics(job, direction));
    const cells = texts.map((measured, i) => replicatedCell(measured, images[i]));
    const sizes = job.pools.textToImage.map(({ size }) => size);
    const isBaseline = job.compared === 'as the baseline';
    if (isBaseline) {
      this.receive({ kind: 'baseline', bySize: new Map(cells.map((cell, i) => [sizes[i], cell])) });
    }
    return {
      cells: cells.map((cell, i) =>
        measuredCell(cell, job.compared === 'not' ? undefined : this.baselineAt(sizes[i])),
      ),
      baseline: isBaseline ? this.baseline! : null,
    };
  }

  private baselineAt(size: number): ReplicatedCell {
    const cell = this.baseline?.bySize.get(size);
    if (!cell) throw new TypeError(`No baseline was measured in pools of ${size}.`);
    return cell;
  }

  private metrics({ config, pools }: MeasureJob, direction: Direction): Measured[] {
    const { repeats, ks, seed } = config;
    const qrels = this.qrels[direction];
    const resamples = this.resamples.get(`${seed}`, () =>
      this.kernels.random.resamples(seed, this.qrels.imageToText.queries, RESAMPLES),
    );
    const amongNegatives = countsAmongNegatives(qrels);
    return pools[direction].map(({ size, counted, counts }) => {
      const ranking: Ranking = {
        qrels,
        counts: amongNegatives(counts),
        repeats: counted === 'pools' && config.pools === 'sampled' ? repeats : 1,
        draw: (relevant) => {
          const drawn = Math.min(size, qrels.gallery) - relevant;
          return { negatives: counted === 'gallery' ? qrels.gallery - relevant : drawn, drawn };
        },
        clusterOf: direction === 'textToImage' ? (q) => qrels.items[qrels.offsets[q]] : (q) => q,
      };
      return measure(ranking, ks, resamples, this.statistics, (drawn, grouped) =>
        this.kernels.resample(drawn, grouped),
      );
    });
  }
}

/** Counts among negatives alone, computed once for all pool sizes that share the same counts. */
function countsAmongNegatives(qrels: Qrels): (counts: QueryCounts) => RankCounts {
  const known = new Map<QueryCounts, RankCounts>();
  return (counts) => {
    if (!('positiveScores' in counts)) return counts;
    const negatives = known.get(counts) ?? excludeRelevant(qrels, counts.counts, counts.positiveScores);
    known.set(counts, negatives);
    return negatives;
  };
}
