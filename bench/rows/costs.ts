import type { SweepConfig } from '../../src/protocol/sweep-config';
import { DEFAULT_SWEEP } from '../../src/protocol/sweep-config';
import { seconds, table } from '../output/markdown';
import type { Shape } from '../page/vectors';
import { draw } from '../output/plot';
import type { Bench, Section } from '../output/section';
import { growth, medianOf } from '../output/statistics';

/** A quantity that the cost of a sweep is measured against. */
interface Cost {
  readonly file: string;
  readonly title: string;
  readonly x: string;
  /** Its symbol in a formula. */
  readonly symbol: string;
  /** Whether the cost is a power of it, rather than a line. */
  readonly log: boolean;
  readonly values: readonly number[];
  shape(value: number): Shape;
  sizes(value: number): readonly number[];
}

const SERIES = {
  'fp32 alone': ['fp32'],
  'all five': ['fp32', 'fp16', 'int8', 'int4', 'binary'],
} as const satisfies Record<string, SweepConfig['precisions']>;

const SIZES = [100, 200, 300, 400, 500];
const pairs = (rows: number, dims: number): Shape => ({ texts: rows, images: rows, dims, seed: 1 });

function costsOf(quick: boolean): readonly Cost[] {
  const rows = quick ? 500 : 5000;
  return [
    {
      file: 'cost-by-pairs.svg',
      title: 'Cost against the number of pairs',
      x: 'pairs N (512 dimensions, 5 pools)',
      symbol: 'N',
      log: true,
      values: quick ? [500, 1000] : [500, 1000, 2500, 5000, 10_000, 25_000],
      shape: (value) => pairs(value, 512),
      sizes: () => SIZES,
    },
    {
      file: 'cost-by-dimensions.svg',
      title: 'Cost against the dimension of the vectors',
      x: `dimensions d (${rows.toLocaleString('en')} pairs, 5 pools)`,
      symbol: 'd',
      log: true,
      values: quick ? [64, 128] : [64, 128, 256, 512, 1024],
      shape: (value) => pairs(rows, value),
      sizes: () => SIZES,
    },
    {
      file: 'cost-by-pools.svg',
      title: 'Cost against the number of candidate pools',
      x: `pool sizes in one sweep (${rows.toLocaleString('en')} pairs, 512 dimensions)`,
      symbol: 'P',
      log: false,
      values: quick ? [1, 3] : [1, 2, 5, 10, 15, 20],
      shape: () => pairs(rows, 512),
      sizes: (value) => Array.from({ length: value }, (_, i) => 100 * (i + 1)),
    },
  ];
}

/** How long whole sweeps take, pools `exact`, as one quantity grows and the others stay. */
export async function costs(bench: Bench): Promise<Section> {
  const parts: string[] = [];
  const plots: Record<string, string> = {};
  for (const cost of costsOf(bench.options.quick)) {
    const series = await measure(bench, cost);
    const sentence = describe(cost, series);
    plots[cost.file] = draw({
      ...cost,
      description: sentence,
      y: 'seconds from opened vectors to the last row',
      label: seconds,
      series,
    });
    const lines = cost.values.map((value, i) => [
      value.toLocaleString('en'),
      ...series.map(({ points }) => seconds(points[i][1])),
    ]);
    parts.push(
      `### ${cost.title}`,
      `![${cost.title}](benchmarks/${cost.file})`,
      sentence,
      table([cost.x, ...series.map(({ name }) => name)], lines),
    );
  }
  const intro =
    'Whole sweeps of random pairs in both directions at one dimension, expected values over pools, with intervals, differences and ' +
    `speeds: medians of ${bench.options.quick ? 1 : 3} after one warm-up. “All five” are fp32, fp16, int8, int4 and binary.`;
  return { title: 'How cost grows', body: [intro, ...parts].join('\n\n'), verdicts: [], plots };
}

type Measured = { readonly name: string; readonly points: (readonly [number, number])[] }[];

async function measure({ site, options, say }: Bench, cost: Cost): Promise<Measured> {
  const series: Measured = Object.keys(SERIES).map((name) => ({ name, points: [] }));
  for (const value of cost.values) {
    say(`costs: ${cost.title.toLowerCase()}, ${value}`);
    const shape = cost.shape(value);
    const configs = Object.values(SERIES).flatMap((precisions) =>
      Array.from({ length: options.quick ? 2 : 4 }, (): SweepConfig => ({
        ...DEFAULT_SWEEP,
        dims: [shape.dims],
        precisions,
        candidateSizes: cost.sizes(value),
      })),
    );
    const runs = await site.withPage((page) =>
      page.evaluate(([shape, configs]) => window.bench.sweeps(shape, configs), [shape, configs] as const),
    );
    const each = runs.length / series.length;
    series.forEach(({ points }, i) => {
      const counted = runs.slice(i * each + 1, (i + 1) * each);
      points.push([value, medianOf(counted.map(({ total }) => total))]);
    });
  }
  return series;
}

/** The slope of each line: over its last half where it is a power, over all of it where it is a line. */
function describe({ log, symbol, values }: Cost, series: Measured): string {
  const last = values.length - 1;
  const from = log ? Math.floor(last / 2) : 0;
  const range = `From ${values[from].toLocaleString('en')} to ${values[last].toLocaleString('en')}`;
  const slopes = series.map(({ name, points }) => {
    if (log) return `to the power ${growth(points[from], points[last]).toFixed(2)} with ${name}`;
    const each = (points[last][1] - points[0][1]) / (values[last] - values[0]);
    return `${each > 0 ? seconds(each) : 'nothing measurable'} with ${name}`;
  });
  return log
    ? `${range} the time grows as ${symbol} ${slopes.join(', and ')}.`
    : `${range} each further pool costs ${slopes.join(', and ')}.`;
}
