import pMap from 'p-map';
import { baseName } from '../../lib/base-name';
import { InputError, messageOf } from '../../lib/errors';
import { isObject, parseJson } from '../../lib/json';
import { stemOf } from '../file-name';
import { CaptionsBuilder } from '../formats/captions-builder';
import type { CaptionsFile } from '../formats/captions-formats';
import type { LocalPicture } from '../sources/local';
import { decodeBytes } from '../text/decode-text';
import type { LeftOutRecord } from '../../protocol/run-record';

/** Larger texts are no captions. */
const MAX_TEXT_BYTES = 16 * 2 ** 20;
/** Small files that are read at the same time. */
const AT_ONCE = 16;

/** Captions that were read from files beside their pictures. */
interface CaptionsBeside {
  readonly file: CaptionsFile;
  /** By the names that the captions give them. */
  readonly pictures: readonly LocalPicture[];
}

/**
 * Captions from files beside their pictures: each line of `000.txt` that is not blank, or what `caption` of `000.json` holds where
 * there is no text. A picture is called by the last part of its path, or by all of it, with `_` for `/`, where others are called so.
 */
export async function captionsBeside(
  pictures: readonly LocalPicture[],
  texts: readonly LocalPicture[],
  signal: AbortSignal,
): Promise<CaptionsBeside> {
  const textOf = new Map<string, LocalPicture>();
  for (const text of texts) {
    const stem = stemOf(text.path);
    if (!textOf.has(stem) || /\.txt$/i.test(text.path)) textOf.set(stem, text);
  }
  const called = namesOf(pictures);
  const read = await pMap(
    pictures,
    async ({ path }) => {
      signal.throwIfAborted();
      const text = textOf.get(stemOf(path));
      return text ? linesOf(text, signal) : NOTHING;
    },
    { concurrency: AT_ONCE },
  );
  const builder = new CaptionsBuilder(', ');
  const leftOut: LeftOutRecord[] = [];
  pictures.forEach(({ path }, i) => {
    const name = called[i];
    const { lines, fault } = read[i];
    if (fault) leftOut.push({ id: name, what: 'caption', reason: fault });
    if (lines.length === 0 || builder.hasPicture(name)) return;
    builder.addPicture({ id: name, fileName: name }, path, 'name');
    lines.forEach((text, k) => builder.addCaption({ id: `${name}#${k + 1}`, imageId: name, text }, path));
  });
  const captions = builder.build();
  return {
    file: {
      captions: { ...captions, leftOut: [...captions.leftOut, ...leftOut] },
      format: 'texts beside pictures',
    },
    pictures: pictures.map((picture, i) => ({ ...picture, path: called[i] })),
  };
}

/** The captions of a text, or why there are none. */
interface Lines {
  readonly lines: readonly string[];
  readonly fault?: string;
}

const NOTHING: Lines = { lines: [] };

async function linesOf(text: LocalPicture, signal: AbortSignal): Promise<Lines> {
  try {
    const bytes = await text.read(signal);
    if (bytes.length > MAX_TEXT_BYTES)
      return { lines: [], fault: 'the text beside it is larger than 16 MiB' };
    const content = decodeBytes(bytes, baseName(text.path));
    const all = /\.json$/i.test(text.path)
      ? captionsOfJson(content, baseName(text.path))
      : content.split('\n');
    const lines = all.filter((line) => line.trim() !== '');
    return lines.length > 0 ? { lines } : { lines, fault: 'the text beside it holds no caption' };
  } catch (error) {
    if (error instanceof InputError) return { lines: [], fault: messageOf(error) };
    throw error;
  }
}

function captionsOfJson(content: string, name: string): string[] {
  const json = parseJson(content, name);
  if (!isObject(json)) return [];
  const value = ['caption', 'captions', 'text', 'texts']
    .filter((field) => Object.hasOwn(json, field))
    .map((field) => json[field])[0];
  return [value].flat().filter((one) => typeof one === 'string');
}

/** Names that can be part of a path anywhere, and of which none is another's unless the paths are equal. */
function namesOf(pictures: readonly LocalPicture[]): string[] {
  const plain = (text: string) => text.replace(/[\p{Cc}\\:]/gu, '_');
  const short = pictures.map(({ path }) => plain(baseName(path)));
  const paths = new Map<string, Set<string>>();
  pictures.forEach(({ path }, i) => paths.set(short[i], (paths.get(short[i]) ?? new Set()).add(path)));
  return pictures.map(({ path }, i) =>
    paths.get(short[i])!.size === 1 ? short[i] : plain(path.replaceAll('/', '_')),
  );
}
