import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import type { ModelDtype } from '../../src/protocol/models';
import { digits, megabytes, spread, table, times } from '../output/markdown';
import type { Side, Who } from '../page/clip';
import { watchPageMemory, type PeakMemory } from '../peak-memory';
import { inTurn, type Runner } from '../rounds';
import { notMeasured, type Bench, type Section, type Verdict } from '../output/section';
import { medianOf, spreadOf } from '../output/statistics';

const TITLE = 'CLIP ViT-B/32 compared with transformers.js, WebAssembly';
const CAPTIONS = fileURLToPath(new URL('../../public/coco-mini/captions.json', import.meta.url));
const INSTALLED = fileURLToPath(new URL('../transformers-js/node_modules', import.meta.url));
const TRANSFORMERS_JS = join(INSTALLED, '@huggingface/transformers');
const INSTALL = 'npm ci --ignore-scripts --prefix bench/transformers-js';
const DTYPES: readonly ModelDtype[] = ['q8', 'fp32'];
const WHO: readonly Who[] = ['ours', 'transformers.js', 'transformers.js, its own threads'];
const LONGEST_TASK = 50;
/** How much is embedded. */
const MOST_PICTURES = 48;
const MOST_CAPTIONS = 128;
/** What is counted on each side, the speed-up wanted, and the size of a batch. */
const SIDES = {
  images: { name: 'pictures', least: 1.3, batch: 16 },
  texts: { name: 'captions', least: 2, batch: 64 },
} as const satisfies Record<Side, { name: string; least: number; batch: number }>;

const target = (dtype: ModelDtype, side: Side, who: Who = 'transformers.js, its own threads') => ({
  work: `${SIDES[side].name}/s, ${dtype}`,
  target: `≥ ${SIDES[side].least}× ${who === 'transformers.js' ? 'transformers.js on as many threads' : 'transformers.js as documented'}`,
});

interface Embedding extends Runner {
  readonly who: Who;
  readonly dtype: ModelDtype;
  readonly side: Side;
}

const ARMS = DTYPES.flatMap((dtype) => (['images', 'texts'] as const).map((side) => ({ dtype, side })));

/** Embeds the same contents with our encoder and with transformers.js, each in a worker of one page, in turn. */
export async function clip({ site, options, say }: Bench): Promise<Section> {
  const folder = options.clipDir;
  const targets = ARMS.map(({ dtype, side }) => target(dtype, side));
  if (folder === undefined) {
    return notMeasured(TITLE, '--clip_dir is not a folder made by bench/clip-parity.', targets);
  }
  if (!existsSync(TRANSFORMERS_JS)) {
    return notMeasured(TITLE, `transformers.js is not installed: ${INSTALL}`, targets);
  }
  const from = options.clipPictures ?? join(folder, 'pictures');
  const pictures = readdirSync(from)
    .filter((name) => name.endsWith('.jpg'))
    .sort()
    .slice(0, MOST_PICTURES);
  const { annotations } = JSON.parse(readFileSync(CAPTIONS, 'utf8')) as {
    annotations: { caption: string }[];
  };
  const captions = annotations
    .slice(0, options.quick ? 64 : MOST_CAPTIONS)
    .map(({ caption }) => caption.trim());
  const count = { images: pictures.length, texts: captions.length };
  const urls = pictures.map((name) => `/clip-pictures/${encodeURIComponent(name)}`);
  const measured = new Map<Embedding, readonly number[]>();
  const costs = new Map<Who, Cost>();
  for (const dtype of DTYPES) {
    await site.withPage(
      async (page) => {
        await page.evaluate(([urls, captions]) => window.bench.clip.give(urls, captions), [
          urls,
          captions,
        ] as const);
        const opening = { models: '/clip/models', id: 'Xenova/clip-vit-base-patch32', dtype, device: 'wasm' };
        for (const who of WHO) {
          await page.evaluate(([who, opening]) => window.bench.clip.open(who, opening), [
            who,
            opening as Parameters<typeof window.bench.clip.open>[1],
          ] as const);
        }
        const runners = (['images', 'texts'] as const).flatMap((side) =>
          WHO.map((who): Embedding => ({
            name: `${who}, ${SIDES[side].name}, ${dtype}`,
            who,
            dtype,
            side,
            run: () =>
              page.evaluate(([who, side, batch]) => window.bench.clip.time(who, side, batch), [
                who,
                side,
                SIDES[side].batch,
              ] as const),
          })),
        );
        const rounds = options.quick ? 1 : 3;
        const taken = await inTurn(runners, rounds, (line) => say(`clip, ${dtype}: ${line}`));
        for (const [runner, seconds] of taken) measured.set(runner, seconds);
      },
      { mounts: mountsOf(folder, from) },
    );
  }
  for (const who of ['ours', 'transformers.js'] as const) {
    say(`clip, fp32: memory of ${who}`);
    const cost = await site.withPage((page) => costOf(page, who, urls, captions), {
      mounts: mountsOf(folder, from),
    });
    costs.set(who, cost);
  }
  return report(measured, costs, count);
}

/** What embedding costs besides time, in a new page. */
interface Cost {
  readonly memory: PeakMemory | null;
  /** Of the main thread, milliseconds; 0 where none took 50 ms. */
  readonly longestTask: number;
}

async function costOf(
  page: Page,
  who: Who,
  urls: readonly string[],
  captions: readonly string[],
): Promise<Cost> {
  const memory = watchPageMemory();
  const longestTask = await page.evaluate(
    async ([who, urls, captions, sizes]) => {
      const { clip } = window.bench;
      await clip.give(urls, captions);
      await clip.open(who, {
        models: '/clip/models',
        id: 'Xenova/clip-vit-base-patch32',
        dtype: 'fp32',
        device: 'wasm',
      });
      return Math.max(
        await clip.longestTask(who, 'images', sizes.images),
        await clip.longestTask(who, 'texts', sizes.texts),
      );
    },
    [who, urls, captions, { images: SIDES.images.batch, texts: SIDES.texts.batch }] as const,
  );
  return { memory: memory(), longestTask };
}

/** URLs of the model, its inputs, and transformers.js with its own runtime. */
function mountsOf(folder: string, pictures: string): Record<string, string> {
  const own = join(TRANSFORMERS_JS, 'node_modules/onnxruntime-web/dist');
  return {
    '/clip': folder,
    '/clip-pictures': pictures,
    '/transformers-js': TRANSFORMERS_JS,
    '/transformers-js-runtime': existsSync(own) ? own : join(INSTALLED, 'onnxruntime-web/dist'),
  };
}

function report(
  measured: ReadonlyMap<Embedding, readonly number[]>,
  costs: ReadonlyMap<Who, Cost>,
  count: Readonly<Record<Side, number>>,
): Section {
  const rateOf = (runner: Embedding) => count[runner.side] / medianOf(measured.get(runner)!);
  const rate = (who: Who, dtype: ModelDtype, side: Side) =>
    rateOf([...measured.keys()].find((one) => one.who === who && one.dtype === dtype && one.side === side)!);
  const [, ...others] = WHO;
  const speeds = ARMS.flatMap(({ dtype, side }) =>
    others.map((who): Verdict => {
      const [ours, theirs] = [rate('ours', dtype, side), rate(who, dtype, side)];
      return {
        ...target(dtype, side, who),
        measured: `${times(ours / theirs)} (${digits(ours)} vs ${digits(theirs)})`,
        met: ours / theirs >= SIDES[side].least,
      };
    }),
  );
  const verdicts = [...speeds, ...costVerdicts(costs.get('ours')!, costs.get('transformers.js')!)];
  const lines = [...measured].map(([runner, taken]) => [
    runner.name,
    spread(spreadOf(taken)),
    digits(rateOf(runner)),
  ]);
  const { version } = JSON.parse(readFileSync(join(TRANSFORMERS_JS, 'package.json'), 'utf8')) as {
    version: string;
  };
  const rounds = measured.values().next().value!.length;
  const body = [
    `The model of bench/clip-parity (full size, random weights): ${count.images} encoded pictures, ${SIDES.images.batch} at a time, and ` +
      `${count.texts} captions of COCO mini, ${SIDES.texts.batch} at a time in the order of the file, from files in memory to unit vectors. ` +
      `Our encoder and transformers.js ${version} use the same ONNX files, each in a worker of one page, and take ` +
      `turns in each of ${rounds} rounds after one warm-up round. transformers.js is used as its documentation shows ` +
      '(`padding: true`, `truncation: true`, `RawImage`, its own choice of runtime), once with as many threads as ours and once with its default number.',
    'Memory was measured in a separate page, while the fp32 model was opened and everything was embedded once. The longest task of the main thread was measured during embedding only.',
    table(['', 'median (least–most)', 'per second'], lines),
  ];
  return { title: TITLE, body: body.join('\n\n'), verdicts, plots: {} };
}

function costVerdicts(ours: Cost, theirs: Cost): Verdict[] {
  const [own, other] = [ours.memory?.own, theirs.memory?.own];
  return [
    {
      work: 'memory of the page, fp32',
      target: '≤ transformers.js',
      measured:
        own === undefined || other === undefined
          ? 'not measured: only Linux reports it'
          : `${megabytes(own)} vs ${megabytes(other)}`,
      met: own === undefined || other === undefined ? null : own <= other,
    },
    {
      work: 'longest task of the main thread, fp32',
      target: `≤ ${LONGEST_TASK} ms`,
      measured: ours.longestTask > 0 ? `${digits(ours.longestTask)} ms` : 'none of 50 ms or more',
      met: ours.longestTask <= LONGEST_TASK,
    },
  ];
}
