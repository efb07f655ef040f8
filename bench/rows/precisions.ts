import type { Precision } from '../../src/protocol/sweep-config';
import type { Build } from '../../workers/kernels';
import { kernelPage } from '../kernel-page';
import { digits, spread, table, times } from '../output/markdown';
import { inTurn, type Runner } from '../rounds';
import type { Bench, Section, Verdict } from '../output/section';
import { medianOf, spreadOf } from '../output/statistics';

const PRECISIONS: readonly Precision[] = ['fp32', 'fp16', 'int8', 'int4', 'binary'];
/** How many times as fast as fp32. */
const TARGETS: Partial<Record<Precision, number>> = { int8: 1.8, binary: 8 };

const WIDENED =
  'On this machine the relaxed dot product is not exact for bytes of the full range (the kernels test it with the largest values when they start), so ' +
  'bytes are widened to 16 bits. Two products and their sum then take two instructions, and fp32 takes one for each product. The rate is thus at most ' +
  'twice that of fp32, even if there were nothing else to do. Where the dot product is exact, bytes are not widened.';

interface Counting extends Runner {
  readonly build: Build;
  readonly precision: Precision;
}

/** The same counting in every number format, in each build of the kernels that this browser has. */
export async function precisions({ site, options, say }: Bench): Promise<Section> {
  const shape = options.quick
    ? { texts: 1000, images: 200, dims: 512, seed: 1 }
    : { texts: 25_014, images: 5000, dims: 512, seed: 1 };
  return site.withPage(async (page) => {
    const kernels = kernelPage(page);
    const runners: Counting[] = [];
    for (const build of ['relaxed', 'simd'] as const) {
      const name = await kernels.open(1, build, shape);
      if (name === null) continue;
      for (const precision of PRECISIONS) {
        await kernels.pack(build, precision);
        runners.push({ name, build, precision, run: () => kernels.count(build, precision, 1) });
      }
    }
    const rounds = options.quick ? 2 : 4;
    const measured = await inTurn(runners, rounds, (line) => say(`precisions: ${line}`));
    return report(2 * shape.texts * shape.images * shape.dims, measured);
  });
}

function report(operations: number, measured: ReadonlyMap<Counting, readonly number[]>): Section {
  const runners = [...measured.keys()];
  const taken = (build: Build, precision: Precision) =>
    medianOf(measured.get(runners.find((one) => one.build === build && one.precision === precision)!)!);
  const ratio = (build: Build, precision: Precision) => taken(build, 'fp32') / taken(build, precision);
  const builds = [...new Set(runners.map(({ build }) => build))];
  const tables = builds.map((build) => {
    const own = runners.filter((one) => one.build === build);
    const lines = own.map((one) => [
      one.precision,
      spread(spreadOf(measured.get(one)!)),
      digits(operations / taken(build, one.precision) / 1e9),
      times(ratio(build, one.precision)),
    ]);
    return `${own[0].name}:\n\n${table(['', 'median (least–most)', 'Gop/s', 'against fp32'], lines)}`;
  });
  const verdicts = Object.entries(TARGETS).map(([precision, target]): Verdict => {
    const best = ratio(builds[0], precision as Precision);
    return {
      work: `${precision} against our own fp32`,
      target: `≥ ${target}×`,
      measured: times(best),
      met: best >= target,
    };
  });
  const intro =
    'The work of the section above on one thread, queries against a gallery that is stored in each format (int4: two to a byte, ' +
    'queries at int8; binary: sign bits). An operation is a multiplication or an addition of the fp32 product, whatever the format.';
  return {
    title: 'Rank counting in other precisions',
    body: [intro, ...tables, ...(runners[0].name.includes('widened') ? [WIDENED] : [])].join('\n\n'),
    verdicts,
    plots: {},
  };
}
