import { project } from '../../src/compress/projection';
import { pca } from '../../src/compress/projections/pca';
import { random } from '../../src/compress/projections/random';
import { QUANTISERS } from '../../src/compress/quantisers';
import type { Kernels } from '../../src/kernels/contract/kernels';
import type { Qrels } from '../../src/kernels/contract/qrels';
import { DEFAULT_SWEEP, type Precision } from '../../src/protocol/sweep-config';
import { rankExact } from '../../src/retrieval/pools/exact';
import { transpose } from '../../src/retrieval/ranks/qrels';
import type { PackedSides } from '../../src/retrieval/ranks/score-rows';
import { blocks } from '../../src/sweep/engine/rank-group';
import type { EvaluationInput } from '../../src/sweep/plan/input';
import { openBuild, type Build } from '../../workers/kernels';
import ceilingUrl from '../assembly/ceiling.wasm?url';
import { randomPairs, type Shape } from './vectors';

interface Opened {
  readonly kernels: Kernels;
  readonly input: EvaluationInput;
  readonly qrels: Qrels;
  readonly pairs: Map<Precision, PackedSides>;
}

const OPTIONS = { ...DEFAULT_SWEEP, keepType: false };

const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
};

/** Single loops of the engine, timed in a worker thread, as evaluators run. Times are in seconds. */
export class KernelBench {
  private readonly opened = new Map<Build, Opened>();

  /** Makes vectors and opens a build of the kernels; returns its name, or null where the browser does not support it. */
  async open(build: Build, shape: Shape): Promise<string | null> {
    const kernels = await openBuild(build);
    if (!kernels) return null;
    const input = randomPairs(shape, (bytes) => new ArrayBuffer(bytes));
    const qrels = transpose(input.qrels).qrels;
    this.opened.set(build, { kernels, input, qrels, pairs: new Map() });
    return kernels.name;
  }

  /** Packs both sides, pictures as queries and texts as the gallery. */
  pack(build: Build, precision: Precision): number {
    const { kernels, input, pairs } = this.at(build);
    const quantiser = QUANTISERS[precision];
    return timed(() => {
      const gallery = quantiser.gallery(input.text, OPTIONS, kernels.packing);
      const queries = quantiser.queries(input.image, gallery, OPTIONS, kernels.packing);
      pairs.set(precision, { queries, gallery });
    });
  }

  /** Ranks queries from … to − 1 among all texts, in the blocks that a sweep would give one evaluator. */
  count(build: Build, precision: Precision, from: number, to: number): number {
    const { kernels, qrels, pairs } = this.at(build);
    const { queries, gallery } = pairs.get(precision)!;
    const work = (to - from) * gallery.rows * gallery.cols;
    return timed(() => {
      for (const [start, end] of blocks(to - from, work / kernels.maxOpsPerCall)) {
        rankExact(kernels, { queries, gallery, qrels, from: from + start, to: from + end });
      }
    });
  }

  /** Billions of floating-point operations a second of multiply-adds in registers alone; null without relaxed SIMD. */
  async ceiling(steps: number): Promise<number | null> {
    const bytes = await (await fetch(ceilingUrl)).arrayBuffer();
    if (!WebAssembly.validate(bytes)) return null;
    const { instance } = await WebAssembly.instantiate(bytes);
    const multiplyAdds = instance.exports['multiplyAdds'] as (steps: number) => number;
    multiplyAdds(steps / 100);
    return (steps * 96) / timed(() => multiplyAdds(steps)) / 1e9;
  }

  /** Fitting the principal components of both sides, and projecting both to `dim` by either projection. */
  projections(
    build: Build,
    dim: number,
  ): Record<'fitPca' | 'applyPca' | 'drawRandom' | 'applyRandom', number> {
    const { kernels, input } = this.at(build);
    const multiply = kernels.multiply.bind(kernels);
    const arithmetic = { multiply, normals: kernels.random.normals.bind(kernels.random) };
    const measure = (projection: typeof pca) => {
      let routes: ReturnType<typeof projection.fit>;
      const fit = timed(() => (routes = projection.fit(input.text, input.image, [dim], arithmetic)));
      const route = routes!(dim);
      const apply = timed(() => {
        project(route, 'text', input.text, multiply);
        project(route, 'image', input.image, multiply);
      });
      return { fit, apply };
    };
    const [components, drawn] = [measure(pca), measure(random)];
    return {
      fitPca: components.fit,
      applyPca: components.apply,
      drawRandom: drawn.fit,
      applyRandom: drawn.apply,
    };
  }

  private at(build: Build): Opened {
    const opened = this.opened.get(build);
    if (!opened) throw new TypeError(`Open the ${build} build first.`);
    return opened;
  }
}
