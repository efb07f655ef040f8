import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { table } from '../output/markdown';
import type { Side } from '../page/clip';
import { openSite, type Site } from '../site';
import { medianOf } from '../output/statistics';
import type { Device } from '../../src/encoder/runtime/device';
import { messageOf } from '../../src/lib/errors';
import { parseNpz, type NpyArray } from '../../src/lib/npy/npz';
import type { ModelDtype } from '../../src/protocol/models';

const DEFAULT_FOLDER = fileURLToPath(new URL('../../result/clip-parity', import.meta.url));
const MODELS = { models: '/parity/models', id: 'Xenova/clip-vit-base-patch32' };

type Answers = 'pytorch' | 'onnxruntime';

interface Arm {
  readonly device: Device;
  readonly dtype: ModelDtype;
  /** Whose vectors are to be met, and to what cosine. */
  readonly wanted: { readonly from: Answers; readonly least: number };
  /** Contents in one run of the graph. A q8 graph rounds by the range of all of them, so it is given one at a time. */
  readonly batch: number;
  /** How many of each side are compared: a software GPU takes over ten seconds for each. */
  readonly most: number;
}

const ARMS: readonly Arm[] = [
  { device: 'wasm', dtype: 'fp32', wanted: { from: 'pytorch', least: 0.99999 }, batch: 16, most: Infinity },
  { device: 'wasm', dtype: 'q8', wanted: { from: 'onnxruntime', least: 0.999 }, batch: 1, most: Infinity },
  { device: 'webgpu', dtype: 'fp32', wanted: { from: 'pytorch', least: 0.9999 }, batch: 4, most: 4 },
  { device: 'webgpu', dtype: 'q8', wanted: { from: 'onnxruntime', least: 0.999 }, batch: 1, most: 4 },
];

interface Contents {
  readonly pictures: readonly string[];
  readonly captions: readonly string[];
}

async function embed(page: Page, { device, dtype, batch, most }: Arm, contents: Contents) {
  const pictures = contents.pictures.slice(0, most);
  const captions = contents.captions.slice(0, most);
  const urls = pictures.map((name) => `/parity/pictures/${encodeURIComponent(name)}`);
  await page.evaluate(([urls, captions]) => window.bench.clip.give(urls, captions), [
    urls,
    captions,
  ] as const);
  const opening = { ...MODELS, dtype, device };
  const { mixed } = await page.evaluate((opening) => window.bench.clip.open('ours', opening), opening);
  const vectorsOf = (side: Side) =>
    page.evaluate(([side, batch]) => window.bench.clip.embed('ours', side, batch), [side, batch] as const);
  return { mixed, vectors: { images: await vectorsOf('images'), texts: await vectorsOf('texts') } };
}

const dot = (a: readonly number[], b: Float32Array): number =>
  a.reduce((sum, value, i) => sum + value * b[i], 0);

/** The cosine of each vector with the same row of an array in vectors.npz, which may have more. */
function cosines(ours: readonly (readonly number[])[], array: NpyArray): number[] {
  const dims = array.shape[1];
  const theirs = array.data as Float32Array;
  return ours.map((row, r) => {
    if (row.length !== dims) throw new Error(`A vector has ${row.length} numbers where ${dims} are wanted.`);
    return dot(row, theirs.subarray(r * dims, (r + 1) * dims));
  });
}

/** Embeds what make.py embedded, on one device in one dtype; a line of the table for each side. */
async function measure(site: Site, folder: string, arm: Arm): Promise<{ line: string[]; met: boolean }[]> {
  const { device, dtype, wanted } = arm;
  const contents = JSON.parse(readFileSync(join(folder, 'contents.json'), 'utf8')) as Contents;
  const arrays = parseNpz(readFileSync(join(folder, 'vectors.npz')));
  const options = { mounts: { '/parity': folder }, webgpu: device === 'webgpu' };
  const { mixed, vectors } = await site.withPage((page) => embed(page, arm, contents), options);
  return (['images', 'texts'] as const).map((side) => {
    const near = (from: Answers) => cosines(vectors[side], arrays[`${from}_${side}`]);
    const met = Math.min(...near(wanted.from)) >= wanted.least;
    const figures = (['pytorch', 'onnxruntime'] as const).flatMap((from) =>
      [Math.min(...near(from)), medianOf(near(from))].map((value) => value.toFixed(7)),
    );
    const name = `${device}${mixed ? ' (some nodes on the CPU)' : ''}, ${dtype}, ${vectors[side].length} ${side}`;
    return { line: [name, ...figures, `${wanted.from} ≥ ${wanted.least}`, met ? 'yes' : 'NO'], met };
  });
}

/** Compares on each device and in each dtype, and prints how near the vectors are; one that fails does not stop the others. */
async function main(): Promise<void> {
  const folder = resolve(process.argv[2] ?? DEFAULT_FOLDER);
  const site = await openSite();
  const lines: string[][] = [];
  try {
    for (const arm of ARMS) {
      console.log(`${arm.device}, ${arm.dtype} …`);
      try {
        const measured = await measure(site, folder, arm);
        lines.push(...measured.map(({ line }) => line));
        for (const { line } of measured) console.log(line.join('  '));
        if (!measured.every(({ met }) => met)) process.exitCode = 1;
      } catch (error) {
        process.exitCode = 1;
        lines.push([`${arm.device}, ${arm.dtype}: ${messageOf(error)}`, '–', '–', '–', '–', '–', 'NO']);
      }
    }
  } finally {
    site.close();
  }
  const head = ['', 'PyTorch fp32: least', 'median', 'onnxruntime q8: least', 'median', 'target', 'met'];
  console.log(`\n${table(head, lines)}`);
}

main().catch((error: unknown) => {
  console.error(messageOf(error));
  process.exitCode = 1;
});
