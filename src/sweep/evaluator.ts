import { bytesOf } from '../compress/packed';
import { Generator } from '../math/generator';
import { topK } from '../math/top-k';
import type { Resamples } from '../retrieval/bootstrap';
import { drawResamples } from '../retrieval/bootstrap';
import { score } from '../retrieval/kernels/plain';
import { measure, StatisticsCache } from '../retrieval/measure';
import type { Measures } from '../retrieval/measures';
import { rankExact } from '../retrieval/pools/exact';
import { rankReference } from '../retrieval/pools/reference';
import { rankSampled } from '../retrieval/pools/sampled';
import type { Speed } from '../retrieval/speed';
import { measureSpeed } from '../retrieval/speed';
import type { Relevance } from '../retrieval/relevance';
import type { Direction, EvaluationInput } from './input';
import { checkInput, DIRECTIONS, relevanceOf } from './input';
import type { Job, MeasureJob, Ranked, RankJob, SpeedJob } from './job';
import type { Memory } from './result';
import { Vectors } from './vectors';

interface Opened {
  readonly input: EvaluationInput;
  readonly vectors: Vectors;
  readonly relevance: Readonly<Record<Direction, Relevance>>;
}

/**
 * Everything a sweep computes, in small jobs, so that the caller counts progress and can stop between them. A job's
 * answer depends on the job and the opened input alone, times apart; what is kept between jobs only saves work.
 */
export class Evaluator {
  private readonly now: () => number;
  private opened: Opened | undefined;
  private resamples: { readonly seed: number; readonly drawn: Resamples } | undefined;
  private statistics = new StatisticsCache();

  /** `now` is a clock in milliseconds, for speed alone. */
  constructor(now: () => number) {
    this.now = now;
  }

  /** Takes the vectors to evaluate. Throws an InputError where they do not fit together. */
  open(input: EvaluationInput): void {
    checkInput(input);
    this.resamples = undefined;
    this.statistics = new StatisticsCache();
    this.opened = {
      input,
      vectors: new Vectors(input),
      relevance: {
        textToImage: relevanceOf(input, 'textToImage'),
        imageToText: relevanceOf(input, 'imageToText'),
      },
    };
  }

  /** Makes the vectors of a dimension ready. */
  project({ config, dim }: Job): void {
    this.input().vectors.at(dim, config);
  }

  /** Stores both sides as galleries in the job's precision and tells the bytes that takes. */
  quantise(job: Job): Memory {
    const { vectors } = this.input();
    const { gallery: images } = vectors.pack(job, 'textToImage');
    const { gallery: texts } = vectors.pack(job, 'imageToText');
    const [text, image] = [bytesOf(texts), bytesOf(images)];
    return { text, image, perVector: (text + image) / (texts.rows + images.rows) };
  }

  /** Ranks a block of queries: for each relevant item, how many negatives beat and tie it. */
  rank(job: RankJob): Ranked {
    const { vectors, relevance } = this.input();
    const { config, direction, from, to, sizes, stream } = job;
    const task = { ...vectors.pack(job, direction), relevance: relevance[direction], from, to };
    switch (config.pools) {
      case 'exact': {
        const counts = rankExact(task);
        return { counts: sizes.map(() => counts) };
      }
      case 'sampled': {
        const { seed, repeats } = config;
        return { counts: rankSampled(task, { seed, stream: DIRECTIONS.indexOf(direction), sizes, repeats }) };
      }
      case 'reference': {
        if (!stream || sizes.length !== 1) {
          throw new TypeError('Reference pools need the state of their stream and one size at a time.');
        }
        const rng = Generator.from(stream);
        const { dim, precision } = job;
        const packPool = vectors.poolPacker({ config, dim, precision }, direction);
        const counts = rankReference(task, { size: sizes[0], rng, packPool });
        return { counts: [counts], stream: rng.state() };
      }
    }
  }

  /** Every metric of a direction from the counts of all its queries. */
  measure({ config, direction, size, counts }: MeasureJob): Measures {
    const { input, relevance } = this.input();
    const { pools, repeats, ks, seed } = config;
    const { gallery } = relevance[direction];
    if (this.resamples?.seed !== seed) {
      this.resamples = { seed, drawn: drawResamples(seed, input.image.rows) };
    }
    const ranking = {
      relevance: relevance[direction],
      counts,
      repeats: pools === 'sampled' ? repeats : 1,
      draw: (relevant: number) => {
        const drawn = Math.min(size, gallery) - relevant;
        return { negatives: pools === 'exact' ? gallery - relevant : drawn, drawn };
      },
      clusterOf: direction === 'textToImage' ? (q: number) => input.imageOf[q] : (q: number) => q,
    };
    return measure(ranking, ks, this.resamples.drawn, this.statistics);
  }

  /** Times scoring plus top-K over a pool of the gallery's first vectors (PROTOCOL §7). */
  speed(job: SpeedJob): Speed {
    const { queries, gallery } = this.input().vectors.pack(job, job.direction);
    const size = Math.min(job.size, gallery.rows);
    const rows = Uint32Array.from({ length: size }, (_, row) => row);
    const scores = new Float32Array(size);
    const k = Math.max(...job.config.ks);
    const answer = (q: number) => {
      score(queries, q, gallery, rows, scores);
      topK(scores, k);
    };
    return measureSpeed(answer, queries.rows, this.now);
  }

  private input(): Opened {
    if (!this.opened) throw new TypeError('Nothing to evaluate: call open first.');
    return this.opened;
  }
}

/** An evaluator on this thread or another: the same methods, answers now or later. */
export type EvaluatorPort = {
  readonly [M in keyof Evaluator]: (
    ...args: Parameters<Evaluator[M]>
  ) => ReturnType<Evaluator[M]> | Promise<ReturnType<Evaluator[M]>>;
};
