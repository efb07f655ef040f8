import type { Page } from 'playwright';
import type { Precision } from '../src/protocol/sweep-config';
import type { Build } from '../workers/kernels';
import type { Shape } from './page/vectors';

/** The threads of the page that hold kernels, as the rows use them. */
export const kernelPage = (page: Page) => ({
  open: (count: number, build: Build, shape: Shape) =>
    page.evaluate(([count, build, shape]) => window.bench.threads.open(count, build, shape), [
      count,
      build,
      shape,
    ] as const),
  pack: (build: Build, precision: Precision) =>
    page.evaluate(([build, precision]) => window.bench.threads.pack(build, precision), [
      build,
      precision,
    ] as const),
  count: (build: Build, precision: Precision, threads: number) =>
    page.evaluate(([build, precision, threads]) => window.bench.threads.count(build, precision, threads), [
      build,
      precision,
      threads,
    ] as const),
  ceiling: (steps: number) => page.evaluate((steps) => window.bench.threads.ceiling(steps), steps),
  projections: (build: Build, dim: number) =>
    page.evaluate(([build, dim]) => window.bench.threads.projections(build, dim), [build, dim] as const),
});
