import type { ImageConfig } from '../../images/config';
import type { Rgb } from '../../images/resample';
import { row, type Matrix32 } from '../../math/matrix';

/** The least cosine similarity at which vectors of two devices count as the same. */
export const CONFORMANT = 0.999;

/** Embeds captions and prepared pictures: an encoder in another thread, or a fake. */
export interface DualEncoder {
  embedTexts(texts: string[]): Promise<Matrix32>;
  embedPrepared(pictures: Rgb[]): Promise<Matrix32>;
}

/** The unit vectors of the fixed inputs, a row each. */
export interface Golden {
  readonly texts: Matrix32;
  readonly pictures: Matrix32;
}

/** Of different lengths, so that two of them are padded. */
export const CAPTIONS = [
  'a cat',
  'two red buses parked beside the sea at night',
  'a man in a white shirt who holds an umbrella over a small brown dog on a wet street',
] as const;

/** Byte of channel c at (x, y) of a picture whose short edge is `side`. */
type Pattern = (x: number, y: number, c: number, side: number) => number;

/** Three pictures computed in whole numbers, hence the same in every browser: a gradient, blocks, and pseudo-noise. */
export const PATTERNS: Readonly<Record<string, Pattern>> = {
  gradient: (x, y, c, side) => Math.floor((255 * [x, y, side - 1 - x][c]) / side),
  blocks: (x, y, c, side) =>
    (((Math.floor((8 * x) / side) + Math.floor((8 * y) / side)) % (c + 2)) * 85) & 255,
  noise: (x, y, c) => ((7 * x + 13 * y + 29 * c) ^ (x * y)) & 255,
};

/** Draws a pattern at a model's input size. */
export function draw(pattern: Pattern, { width, height }: Pick<ImageConfig, 'width' | 'height'>): Rgb {
  const side = Math.min(width, height);
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < data.length; i++) {
    data[i] = pattern(Math.floor(i / 3) % width, Math.floor(i / 3 / width), i % 3, side);
  }
  return { width, height, data };
}

/** Embeds the fixed inputs. */
export async function goldenOf(encoder: DualEncoder, image: ImageConfig): Promise<Golden> {
  return {
    texts: await encoder.embedTexts([...CAPTIONS]),
    pictures: await encoder.embedPrepared(Object.values(PATTERNS).map((pattern) => draw(pattern, image))),
  };
}

/** The lowest cosine similarity between an input's two vectors; NaN where a vector has a NaN. */
export function lowestCosine(one: Golden, other: Golden): number {
  return Math.min(...cosines(one.texts, other.texts), ...cosines(one.pictures, other.pictures));
}

/** Row by row, of unit rows. */
const cosines = (a: Matrix32, b: Matrix32): number[] =>
  Array.from({ length: a.rows }, (_, r) => {
    const [left, right] = [row(a, r), row(b, r)];
    return left.reduce((sum, value, i) => sum + value * right[i], 0);
  });
