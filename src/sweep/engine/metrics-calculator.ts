import type { Kernels } from '../../kernels/contract/kernels';
import type { Qrels } from '../../kernels/contract/qrels';
import type { RankCounts } from '../../kernels/contract/rank';
import type { Resamples } from '../../kernels/contract/resamples';
import { FifoCache } from '../../lib/fifo-cache';
import type { Direction } from '../../protocol/direction';
import { DIRECTIONS, inBoth } from '../../protocol/direction';
import { measure, StatisticsCache, type Measured } from '../../retrieval/metrics/measure';
import type { Ranking } from '../../retrieval/metrics/ranking';
import { drawOf } from '../../retrieval/pools/draw-of';
import { excludeRelevant } from '../../retrieval/ranks/exclude-relevant';
import type { QrelsWithOwn } from '../../retrieval/ranks/same-items';
import { firstRelevant } from '../../retrieval/ranks/first-relevant';
import { RESAMPLES } from '../../retrieval/resampling/bootstrap';
import { measuredCell, replicatedCell, type ReplicatedCell } from '../results/measured-cell';
import type { Baseline, MeasuredGroup, MeasureJob, QueryCounts } from './job';

/** Every metric of the cells of one input, from counts; what groups of cells have in common is computed once. */
export class MetricsCalculator {
  private readonly kernels: Kernels;
  private readonly qrels: Readonly<Record<Direction, Qrels>>;
  private readonly withOwn: Readonly<Record<Direction, QrelsWithOwn>> | undefined;
  private readonly resamples = new FifoCache<Resamples>(1);
  private readonly statistics = new StatisticsCache();
  private baseline: Baseline | undefined;

  /** @param withOwn the qrels that counts over whole galleries were made with, where queries are in their gallery */
  constructor(
    kernels: Kernels,
    qrels: Readonly<Record<Direction, Qrels>>,
    withOwn?: Readonly<Record<Direction, QrelsWithOwn>>,
  ) {
    this.kernels = kernels;
    this.qrels = qrels;
    this.withOwn = withOwn;
  }

  /** Takes what later cells are compared with. */
  receive(baseline: Baseline): void {
    this.baseline = baseline;
  }

  /** The cells of a group, one for each pool size, the ranks of its queries, and the baseline where the group is it. */
  measure(job: MeasureJob): Pick<MeasuredGroup, 'baseline' | 'cells' | 'ranks'> {
    const negatives = inBoth((direction) =>
      countsAmongNegatives(this.qrels[direction], this.withOwn?.[direction]),
    );
    const [texts, images] = DIRECTIONS.map((direction) => this.metrics(job, direction, negatives[direction]));
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
      ranks: rankedOnce(job).map((place) => ({
        pool: job.pools.textToImage[place].counted === 'gallery' ? Infinity : sizes[place],
        ranks: inBoth((direction) =>
          firstRelevant(this.qrels[direction], negatives[direction](job.pools[direction][place].counts)),
        ),
      })),
    };
  }

  private baselineAt(size: number): ReplicatedCell {
    const cell = this.baseline?.bySize.get(size);
    if (!cell) throw new TypeError(`No baseline was measured in pools of ${size}.`);
    return cell;
  }

  private metrics(
    { config, pools }: MeasureJob,
    direction: Direction,
    negatives: (counts: QueryCounts) => RankCounts,
  ): Measured[] {
    const { repeats, ks, seed } = config;
    const qrels = this.qrels[direction];
    const resamples = this.resamples.get(`${seed}`, () =>
      this.kernels.random.resamples(seed, this.qrels.imageToText.queries, RESAMPLES),
    );
    return pools[direction].map(({ size, counted, counts }) => {
      const ranking: Ranking = {
        qrels,
        counts: negatives(counts),
        repeats: counted === 'pools' && config.pools === 'sampled' ? repeats : 1,
        draw: drawOf(counted === 'gallery' ? Infinity : size, size, qrels.gallery),
        clusterOf: direction === 'textToImage' ? (q) => qrels.items[qrels.offsets[q]] : (q) => q,
      };
      return measure(ranking, ks, resamples, this.statistics, (drawn, grouped) =>
        this.kernels.resample(drawn, grouped),
      );
    });
  }
}

/** Places among a job's pools of those whose queries were ranked once: the whole gallery, and each pool that was drawn once. */
function rankedOnce({ config, pools: { textToImage } }: MeasureJob): number[] {
  const gallery = textToImage.findIndex(({ counted }) => counted === 'gallery');
  const drawn = textToImage.flatMap(({ counted }, place) => (counted === 'pools' ? [place] : []));
  return [...(gallery < 0 ? [] : [gallery]), ...(config.pools === 'reference' ? drawn : [])];
}

/** Counts among negatives alone, computed once for all pool sizes that share the same counts. */
function countsAmongNegatives(
  qrels: Qrels,
  withOwn: QrelsWithOwn | undefined,
): (counts: QueryCounts) => RankCounts {
  const known = new Map<QueryCounts, RankCounts>();
  return (counts) => {
    if (!('positiveScores' in counts)) return counts;
    const negatives =
      known.get(counts) ?? excludeRelevant(qrels, counts.counts, counts.positiveScores, withOwn);
    known.set(counts, negatives);
    return negatives;
  };
}
