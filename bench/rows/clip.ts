import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ModelDtype } from '../../src/clip/weights';
import { digits, spread, table, times } from '../markdown';
import type { Side, Who } from '../page/clip';
import { inTurn, type Runner } from '../rounds';
import { notMeasured, type Bench, type Section, type Verdict } from '../section';
import { medianOf, spreadOf } from '../statistics';

const TITLE = 'CLIP ViT-B/32 beside transformers.js, WebAssembly';
const CAPTIONS = fileURLToPath(new URL('../../public/coco-mini/captions.json', import.meta.url));
const INSTALLED = fileURLToPath(new URL('../transformers-js/node_modules', import.meta.url));
const TRANSFORMERS_JS = join(INSTALLED, '@huggingface/transformers');
const INSTALL = 'npm ci --ignore-scripts --prefix bench/transformers-js';
const DTYPES: readonly ModelDtype[] = ['q8', 'fp32'];
const WHO: readonly Who[] = ['ours', 'transformers.js'];
/** What is counted on each side, how much faster ours is to be, and how many are given at a time. */
const SIDES = {
  images: { name: 'pictures', least: 1.3, batch: 16 },
  texts: { name: 'captions', least: 2, batch: 64 },
} as const satisfies Record<Side, { name: string; least: number; batch: number }>;

const target = (dtype: ModelDtype, side: Side) => ({
  work: `${SIDES[side].name}/s, ${dtype}`,
  target: `≥ ${SIDES[side].least}× transformers.js`,
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
    return notMeasured(TITLE, '--clip_dir names no folder made by tools/clip-parity.', targets);
  }
  if (!existsSync(TRANSFORMERS_JS)) {
    return notMeasured(TITLE, `transformers.js is not installed: ${INSTALL}`, targets);
  }
  const { pictures } = JSON.parse(readFileSync(join(folder, 'contents.json'), 'utf8')) as {
    pictures: string[];
  };
  const { annotations } = JSON.parse(readFileSync(CAPTIONS, 'utf8')) as {
    annotations: { caption: string }[];
  };
  const captions = annotations.slice(0, options.quick ? 64 : undefined).map(({ caption }) => caption.trim());
  const count = { images: pictures.length, texts: captions.length };
  const urls = pictures.map((name) => `/clip/pictures/${encodeURIComponent(name)}`);
  const measured = new Map<Embedding, readonly number[]>();
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
        const rounds = options.quick ? 2 : 5;
        const taken = await inTurn(runners, rounds, (line) => say(`clip, ${dtype}: ${line}`));
        for (const [runner, seconds] of taken) measured.set(runner, seconds);
      },
      { mounts: mountsOf(folder) },
    );
  }
  return report(measured, count);
}

/** The model and its contents, and the library with the runtime that belongs to it. */
function mountsOf(folder: string): Record<string, string> {
  const own = join(TRANSFORMERS_JS, 'node_modules/onnxruntime-web/dist');
  return {
    '/clip': folder,
    '/transformers-js': TRANSFORMERS_JS,
    '/transformers-js-runtime': existsSync(own) ? own : join(INSTALLED, 'onnxruntime-web/dist'),
  };
}

function report(
  measured: ReadonlyMap<Embedding, readonly number[]>,
  count: Readonly<Record<Side, number>>,
): Section {
  const rateOf = (runner: Embedding) => count[runner.side] / medianOf(measured.get(runner)!);
  const rate = (who: Who, dtype: ModelDtype, side: Side) =>
    rateOf([...measured.keys()].find((one) => one.who === who && one.dtype === dtype && one.side === side)!);
  const verdicts = ARMS.map(({ dtype, side }): Verdict => {
    const [ours, theirs] = WHO.map((who) => rate(who, dtype, side));
    return {
      ...target(dtype, side),
      measured: `${times(ours / theirs)} (${digits(ours)} beside ${digits(theirs)})`,
      met: ours / theirs >= SIDES[side].least,
    };
  });
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
    `The model of tools/clip-parity (full size, random weights): ${count.images} encoded pictures, ${SIDES.images.batch} at a time, and ` +
      `${count.texts} captions of COCO mini, ${SIDES.texts.batch} at a time in the order of the file, from files in memory to unit vectors. ` +
      `Ours and transformers.js ${version} have the same ONNX files, the same number of threads and a worker each in one page, and take ` +
      `their turn in each of ${rounds} rounds after one that does not count. transformers.js is used as its documentation has it ` +
      '(`padding: true`, `truncation: true`, `RawImage`, its own choice of runtime).',
    table(['', 'median (least–most)', 'per second'], lines),
  ];
  return { title: TITLE, body: body.join('\n\n'), verdicts, plots: {} };
}
