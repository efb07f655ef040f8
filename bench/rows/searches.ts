import type { Precision } from '../../src/protocol/sweep-config';
import { seconds, spread, table } from '../output/markdown';
import type { Bench, Section } from '../output/section';
import { spreadOf } from '../output/statistics';

const PRECISIONS: readonly Precision[] = ['fp32', 'fp16', 'int8', 'int4', 'binary'];
/** Seconds that a list may take. */
const LONGEST = 0.05;

/** How long the explorer waits for the first 10 of a query. */
export async function searches({ site, options, say }: Bench): Promise<Section> {
  const [texts, images] = options.quick ? [500, 100] : [25_000, 5000];
  const queries = options.quick ? 5 : 100;
  say(`searches: ${queries} queries at each of ${PRECISIONS.length} precisions`);
  const times = await site.withPage((page) =>
    page.evaluate(([shape, precisions, queries]) => window.bench.searches(shape, precisions, queries), [
      { texts, images, dims: 512, seed: 1 },
      PRECISIONS,
      queries,
    ] as const),
  );
  const spreads = PRECISIONS.map((precision) => [precision, spreadOf(times[precision]!)] as const);
  const slowest = Math.max(...spreads.map(([, { median }]) => median));
  const body = [
    `The first 10 of a query among ${images.toLocaleString('en')} pictures, 512 dimensions, with cosines and marks, asked one after the other ` +
      'from the page. The vectors are packed beforehand.',
    table(
      ['precision', `median (least–most) of ${queries}`],
      spreads.map(([precision, own]) => [precision, spread(own)]),
    ),
  ];
  return {
    title: 'Lists of the explorer',
    body: body.join('\n\n'),
    verdicts: [
      {
        work: `first 10 of a query among ${images.toLocaleString('en')} pictures, the slowest precision's median`,
        target: `≤ ${seconds(LONGEST)}`,
        measured: seconds(slowest),
        met: slowest <= LONGEST,
      },
    ],
    plots: {},
  };
}
