import type { Page } from 'playwright';
import { DEFAULT_SWEEP, type SweepConfig } from '../../src/protocol/sweep-config';
import { digits, megabytes, seconds, spread, table } from '../output/markdown';
import type { Sweeping } from '../page/sweeps';
import type { Shape } from '../page/vectors';
import { watchPageMemory, type PeakMemory } from '../peak-memory';
import type { Bench, Section, Verdict } from '../output/section';
import { spreadOf } from '../output/statistics';

const SECONDS = 30;
const BYTES = 700e6;
const LONGEST_TASK = 50;

const config = (gallery: number): SweepConfig => ({
  ...DEFAULT_SWEEP,
  dims: [256, 512, 1024],
  precisions: ['fp32', 'fp16', 'int8', 'int4', 'binary'],
  candidateSizes: [100, 200, 300, 400, 500, gallery],
});

interface Run extends Sweeping {
  /** Null where it is not known. */
  readonly memory: PeakMemory | null;
}

async function sweepOnce(page: Page, shape: Shape): Promise<Run> {
  const memory = watchPageMemory();
  const [run] = await page.evaluate(([shape, config]) => window.bench.sweeps(shape, [config]), [
    shape,
    config(shape.images),
  ] as const);
  return { ...run, memory: memory() };
}

function mostOf(runs: readonly Run[]): PeakMemory | null {
  const known = runs.flatMap(({ memory }) => (memory === null ? [] : [memory]));
  if (known.length === 0) return null;
  return {
    own: Math.max(...known.map(({ own }) => own)),
    whole: Math.max(...known.map(({ whole }) => whole)),
  };
}

/** A sweep as large as all of val2017: its shape, and random vectors, whose values do not change the work. */
export async function val2017({ site, options, machine, say }: Bench): Promise<Section> {
  const shape = options.quick
    ? { texts: 3001, images: 600, dims: 512, seed: 2017 }
    : { texts: 25_014, images: 5000, dims: 512, seed: 2017 };
  const repeats = options.quick ? 1 : 3;
  const runs: Run[] = [];
  for (let i = 1; i <= repeats; i++) {
    say(`val2017: sweep ${i} of ${repeats}`);
    runs.push(await site.withPage((page) => sweepOnce(page, shape)));
  }
  const memory = mostOf(runs);
  const total = spreadOf(runs.map((run) => run.total));
  const longestTask = Math.max(...runs.map((run) => run.longestTask));
  const longestDelay = Math.max(...runs.map((run) => run.longestDelay));
  const cells = runs[0].rows.filter(({ textToImage }) => textToImage).length;
  const taskName = longestTask > 0 ? `${digits(longestTask)} ms` : 'none of 50 ms or more';
  const verdicts: Verdict[] = [
    {
      work: `all of val2017 (${machine.engine.workers} workers)`,
      target: `≤ ${SECONDS} s`,
      measured: seconds(total.median),
      met: total.median <= SECONDS,
    },
    {
      work: "all of val2017, the page's memory",
      target: `≤ ${BYTES / 1e6} MB`,
      measured: memory === null ? 'not measured: only Linux reports it' : megabytes(memory.own),
      met: memory === null ? null : memory.own <= BYTES,
    },
    {
      work: 'all of val2017, the longest task of the main thread',
      target: `≤ ${LONGEST_TASK} ms`,
      measured: taskName,
      met: longestTask <= LONGEST_TASK,
    },
  ];
  const lines = [
    ['time from opened vectors to the last row', spread(total)],
    ['time to the first row', spread(spreadOf(runs.map((run) => run.firstRow)))],
    ["peak memory without the browser's code", verdicts[1].measured],
    ["the same with the browser's code (VmHWM)", memory === null ? '–' : megabytes(memory.whole)],
    ['longest task of the main thread', taskName],
    ['longest delay of a timer of the main thread', `${digits(longestDelay)} ms`],
  ];
  const body = [
    `${shape.images.toLocaleString('en')} pictures, ${shape.texts.toLocaleString('en')} captions, every caption paired, 512 ` +
      `numbers each; dimensions 256, 512 and 1024; fp32, fp16, int8, int4 and binary; pools of 100 to 500 and of all pictures, ` +
      `as expected values; both directions; ${cells} cells, with intervals, paired differences and speeds. Seeded random vectors ` +
      `stand in for CLIP's: the work is the same. Each sweep runs in a new browser, as a visitor's first one does. Memory is that of the page's process with all its workers: once without what processes share (RssAnon + RssShmem in /proc, read every 20 ms), once with the browser's code, which all pages share. ` +
      `A timer is also late when the workers keep all cores busy.`,
    table(['', `median (least–most) of ${repeats}`], lines),
  ];
  return { title: 'All of val2017', body: body.join('\n\n'), verdicts, plots: {} };
}
