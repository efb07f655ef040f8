import type { Kernels } from '../../kernels/contract/kernels';
import { FifoCache } from '../../lib/fifo-cache';
import { measure, StatisticsCache, type Measured, type Ranking } from '../../retrieval/metrics/measure';
import { excludeRelevant } from '../../retrieval/ranks/exclude-relevant';
import type { RankCounts } from '../../retrieval/ranks/rank';
import type { Qrels } from '../../retrieval/ranks/relevance';
import type { Resamples } from '../../retrieval/resampling/bootstrap';
import { RESAMPLES } from '../../retrieval/resampling/bootstrap';
import type { Direction, EvaluationInput } from '../plan/input';
import { DIRECTIONS } from '../plan/input';
import {
  measuredCell,
  replicatedCell,
  type MeasuredCell,
  type ReplicatedCell,
} from '../results/measured-cell';
import type { Baseline, Found, MeasureJob } from './job';

/** Every metric of the passes of one input, from counts; what passes have in common is worked out once. */
export class MetricsCalculator {
  private readonly kernels: Kernels;
  private readonly input: EvaluationInput;
  private readonly relevance: Readonly<Record<Direction, Qrels>>;
  private readonly resamples = new FifoCache<Resamples>(1);
  private readonly statistics = new StatisticsCache();
  private baseline: Baseline | undefined;

  constructor(kernels: Kernels, input: EvaluationInput, relevance: Readonly<Record<Direction, Qrels>>) {
    this.kernels = kernels;
    this.input = input;
    this.relevance = relevance;
  }

  /** Takes what later passes are compared with. */
  keep(baseline: Baseline): void {
    this.baseline = baseline;
  }

  /** The cells of a pass, one for each pool size, and the baseline where this pass is it. */
  measure(job: MeasureJob): { readonly cells: MeasuredCell[]; readonly baseline: Baseline | null } {
    const [texts, images] = DIRECTIONS.map((direction) => this.metrics(job, direction));
    const cells = texts.map((measured, i) => replicatedCell(measured, images[i]));
    const sizes = job.pools.textToImage.map(({ size }) => size);
    const isBaseline = job.compared === 'as the baseline';
    if (isBaseline) {
      this.keep({ kind: 'baseline', bySize: new Map(cells.map((cell, i) => [sizes[i], cell])) });
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
    const { imageOf, image } = this.input;
    const { repeats, ks, seed } = config;
    const relevance = this.relevance[direction];
    const resamples = this.resamples.get(`${seed}`, () =>
      this.kernels.random.resamples(seed, image.rows, RESAMPLES),
    );
    const countsOf = this.settling(relevance);
    return pools[direction].map(({ size, counted, found }) => {
      const ranking: Ranking = {
        relevance,
        counts: countsOf(found),
        repeats: counted === 'pools' && config.pools === 'sampled' ? repeats : 1,
        draw: (relevant) => {
          const drawn = Math.min(size, relevance.gallery) - relevant;
          return { negatives: counted === 'gallery' ? relevance.gallery - relevant : drawn, drawn };
        },
        clusterOf: direction === 'textToImage' ? (q) => imageOf[q] : (q) => q,
      };
      return measure(ranking, ks, resamples, this.statistics, (drawn, grouped) =>
        this.kernels.resample(drawn, grouped),
      );
    });
  }

  /** Counts among negatives alone, worked out once for all pool sizes that follow from the same finding. */
  private settling(relevance: Qrels): (found: Found) => RankCounts {
    const settled = new Map<Found, RankCounts>();
    return (found) => {
      if (!('own' in found)) return found;
      const counts = settled.get(found) ?? excludeRelevant(relevance, found.rows, found.own);
      settled.set(found, counts);
      return counts;
    };
  }
}
