import { oneRelevantEach } from '../../src/retrieval/ranks/qrels';
import type { Matrix32 } from '../../src/math/matrix';
import { Pcg64 } from '../../src/math/random/pcg64';
import { standardNormal } from '../../src/math/random/ziggurat';
import type { EvaluationInput } from '../../src/sweep/plan/input';

/** What random pairs are made from; the same numbers give the same vectors everywhere. */
export interface Shape {
  readonly texts: number;
  readonly images: number;
  readonly dims: number;
  readonly seed: number;
}

/** How far a text and its picture are apart, and how far the texts lie from the pictures, in units of the signal. */
const NOISE = 2.2;
const GAP = 3;

/**
 * Which picture each text belongs to, ascending: the same number of texts each; of those left over, the first picture takes two
 * and the next one each. So 25,014 texts of 5,000 pictures are spread as val2017's are: 4,987 × 5, 12 × 6 and 1 × 7.
 */
function spreadTexts({ texts, images }: Pick<Shape, 'texts' | 'images'>): Uint32Array {
  const even = texts - (texts % images);
  return Uint32Array.from({ length: texts }, (_, text) =>
    text < even ? text % images : Math.max(0, text - even - 1),
  ).sort();
}

function fill(
  rows: number,
  dims: number,
  buffer: ArrayBufferLike,
  value: (row: number, col: number) => number,
) {
  const data = new Float32Array(buffer);
  for (let r = 0; r < rows; r++) {
    let squares = 0;
    for (let c = 0; c < dims; c++) squares += (data[r * dims + c] = value(r, c)) ** 2;
    const length = Math.sqrt(squares);
    for (let c = 0; c < dims; c++) data[r * dims + c] /= length;
  }
  return { rows, cols: dims, data } satisfies Matrix32;
}

/** Pairs that are related as CLIP's are: a shared signal whose variance decays, noise, and a gap between the two sides. */
export function randomPairs(
  { texts, images, dims, seed }: Shape,
  allocate: (bytes: number) => ArrayBufferLike,
): EvaluationInput {
  const bits = new Pcg64(seed);
  const normal = () => standardNormal(bits);
  const share = Float64Array.from({ length: dims }, (_, c) => 1 / Math.sqrt(1 + (c * 512) / dims / 20));
  const signal = Float32Array.from({ length: images * dims }, (_, i) => normal() * share[i % dims]);
  const textGap = Float64Array.from(share, () => GAP * normal());
  const imageGap = Float64Array.from(share, () => GAP * normal());
  const imageOf = spreadTexts({ texts, images });
  const text = fill(
    texts,
    dims,
    allocate(texts * dims * 4),
    (r, c) => signal[imageOf[r] * dims + c] + NOISE * normal() * share[c] + textGap[c],
  );
  const image = fill(
    images,
    dims,
    allocate(images * dims * 4),
    (r, c) => signal[r * dims + c] + NOISE * normal() * share[c] + imageGap[c],
  );
  return { text, image, qrels: oneRelevantEach(imageOf, images) };
}
