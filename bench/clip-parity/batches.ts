import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digits, spread, table } from '../output/markdown';
import { medianOf, spreadOf } from '../output/statistics';
import type { CaptionBatch, EmbeddingName } from '../page/graph-times';
import { inTurn, type Runner } from '../rounds';
import { openSite, type Site } from '../site';
import { parseContextLength } from '../../src/encoder/tokenizer/context-length';
import { Tokenizer } from '../../src/encoder/tokenizer/tokenizer';
import { messageOf } from '../../src/lib/errors';

/** What it costs that a vector depends on its picture or caption alone: batches of several shapes, against free ones. */

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const DEFAULT_FOLDER = join(PROJECT, 'result/clip-parity');
const MODEL = 'models/Xenova/clip-vit-base-patch32';
const [PICTURES, CAPTIONS, ROUNDS] = [24, 64, 3];
/** What a batch of fixed shape holds, and what the length of its captions is a multiple of (src/encoder/runtime). */
const [FIXED, STEP] = [16, 8];

interface Way {
  readonly name: string;
  /** The others are compared with it. */
  readonly isFree?: boolean;
  readonly pictures?: readonly number[];
  readonly captions?: readonly CaptionBatch[];
}

/** Batches of so many, and one of the rest, or of as many where the shape is fixed. */
const split = (items: number, most: number, isFixed = false): number[] =>
  Array.from({ length: Math.ceil(items / most) }, (_, i) =>
    isFixed ? most : Math.min(most, items - i * most),
  );

const pictureWays: readonly Way[] = [
  { name: 'free: 8 at a time', isFree: true, pictures: split(PICTURES, 8) },
  { name: `fixed: always ${FIXED}, filled up`, pictures: split(PICTURES, FIXED, true) },
];
const ONE_BY_ONE: Way = { name: 'one at a time, as the lab runs q8', pictures: split(PICTURES, 1) };

function captionWays(lengths: readonly number[], context: number): readonly Way[] {
  const falling = [...lengths].sort((a, b) => b - a);
  const alike = (lengthOf: (tokens: number) => number, most: number, isFixed = false) =>
    [...new Set(falling.map(lengthOf))].flatMap((cols) => {
      const members = falling.filter((tokens) => lengthOf(tokens) === cols).length;
      return split(members, most, isFixed).map((rows) => ({ rows, cols }));
    });
  const longest = split(CAPTIONS, 64).map((rows, i) => ({ rows, cols: falling[64 * i] }));
  const steps = (tokens: number) => Math.min(context, STEP * Math.ceil(tokens / STEP));
  return [
    { name: 'free: 64 at a time, longest first, padded to the longest', isFree: true, captions: longest },
    { name: 'as the lab does on WebAssembly: those of equal length together', captions: alike((n) => n, 64) },
    {
      name: `fixed: always ${FIXED}, filled up, lengths a multiple of ${STEP}`,
      captions: alike(steps, FIXED, true),
    },
  ];
}

/** Times all ways to embed one side with one graph, in turn; a line of the table for each. */
async function measure(
  site: Site,
  folder: string,
  [name, file, output]: readonly [string, string, EmbeddingName],
  ways: readonly Way[],
) {
  const items = ways[0].pictures ? PICTURES : CAPTIONS;
  return site.withPage(
    async (page) => {
      await page.evaluate(([url, output]) => window.bench.graphs.open(url, output), [
        `/parity/${MODEL}/onnx/${file}`,
        output,
      ] as const);
      const runners = ways.map((way): Runner & { way: Way } => ({
        name: way.name,
        way,
        run: () =>
          way.pictures
            ? page.evaluate((batches) => window.bench.graphs.pictures(batches), way.pictures)
            : page.evaluate((batches) => window.bench.graphs.captions(batches), way.captions!),
      }));
      const taken = await inTurn(runners, ROUNDS, (line) => console.log(`${name}: ${line}`));
      const free = medianOf([...taken].find(([{ way }]) => way.isFree)![1]);
      return [...taken].map(([{ way }, seconds]) => [
        `${items} ${name}`,
        way.name,
        spread(spreadOf(seconds)),
        `${digits(medianOf(seconds) / free)}×`,
      ]);
    },
    { mounts: { '/parity': folder } },
  );
}

async function main(): Promise<void> {
  const folder = resolve(process.argv[2] ?? DEFAULT_FOLDER);
  const text = (path: string) => readFileSync(path, 'utf8');
  const [config, tokens, tokenizerJson] = ['config.json', 'tokenizer_config.json', 'tokenizer.json'].map(
    (file) => text(join(folder, MODEL, file)),
  );
  const tokenizer = new Tokenizer(tokenizerJson, tokens, parseContextLength(config, tokens));
  const { annotations } = JSON.parse(text(join(PROJECT, 'public/coco-mini/captions.json'))) as {
    annotations: { caption: string }[];
  };
  const captions = annotations.slice(0, CAPTIONS).map(({ caption }) => caption.trim());
  const lengths = captions.map((caption) => tokenizer.encode(caption).length);
  const texts = captionWays(lengths, tokenizer.context);
  const oneByOne: Way = { name: ONE_BY_ONE.name, captions: lengths.map((cols) => ({ rows: 1, cols })) };
  const site = await openSite();
  try {
    const lines = [
      ...(await measure(site, folder, ['pictures, fp32', 'vision_model.onnx', 'image_embeds'], pictureWays)),
      ...(await measure(site, folder, ['captions, fp32', 'text_model.onnx', 'text_embeds'], texts)),
      ...(await measure(
        site,
        folder,
        ['pictures, q8', 'vision_model_quantized.onnx', 'image_embeds'],
        [pictureWays[0], ONE_BY_ONE],
      )),
      ...(await measure(
        site,
        folder,
        ['captions, q8', 'text_model_quantized.onnx', 'text_embeds'],
        [texts[0], oneByOne],
      )),
    ];
    console.log(`\n${table(['', 'batches', 'median (least–most)', 'against free'], lines)}`);
  } finally {
    site.close();
  }
}

main().catch((error: unknown) => {
  console.error(messageOf(error));
  process.exitCode = 1;
});
