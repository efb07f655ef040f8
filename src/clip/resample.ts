/**
 * Pillow's resampling of 8-bit pictures, byte for byte: a horizontal and a vertical pass, coefficients in 22-bit fixed
 * point and rounding to 8 bits after each (Pillow, src/libImaging/Resample.c).
 */
export interface Rgb {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel, row by row. */
  readonly data: Uint8Array | Uint8ClampedArray;
}

export type Filter = 'bicubic' | 'bilinear';

const PRECISION_BITS = 32 - 8 - 2;
const HALF = 1 << (PRECISION_BITS - 1);

const KERNELS: Record<Filter, { readonly support: number; weight(x: number): number }> = {
  bilinear: { support: 1, weight: (x) => Math.max(0, 1 - Math.abs(x)) },
  bicubic: { support: 2, weight: cubic },
};

/** Keys' cubic with a = −0.5. */
function cubic(x: number): number {
  const a = -0.5;
  const d = Math.abs(x);
  if (d < 1) return ((a + 2) * d - (a + 3)) * d * d + 1;
  if (d < 2) return (((d - 5) * d + 8) * d - 4) * a;
  return 0;
}

/** For each output position: the first input position it reads, how many, and their fixed-point weights. */
interface Taps {
  readonly size: number;
  readonly first: Int32Array;
  readonly count: Int32Array;
  readonly weights: Int32Array;
}

function taps(inSize: number, outSize: number, filter: Filter): Taps {
  const { support: radius, weight } = KERNELS[filter];
  const scale = inSize / outSize;
  const filterScale = Math.max(1, scale);
  const support = radius * filterScale;
  const size = Math.ceil(support) * 2 + 1;
  const first = new Int32Array(outSize);
  const count = new Int32Array(outSize);
  const weights = new Int32Array(outSize * size);
  const exact = new Float64Array(size);
  for (let out = 0; out < outSize; out++) {
    const centre = (out + 0.5) * scale;
    const from = Math.max(0, Math.trunc(centre - support + 0.5));
    const to = Math.min(inSize, Math.trunc(centre + support + 0.5));
    let sum = 0;
    for (let x = from; x < to; x++) sum += exact[x - from] = weight((x - centre + 0.5) * (1 / filterScale));
    for (let i = 0; i < to - from; i++) {
      const fixed = (sum === 0 ? exact[i] : exact[i] / sum) * (1 << PRECISION_BITS);
      weights[out * size + i] = Math.trunc(fixed < 0 ? fixed - 0.5 : fixed + 0.5);
    }
    first[out] = from;
    count[out] = to - from;
  }
  return { size, first, count, weights };
}

/**
 * The picture at another size, as Pillow's `Image.resize((width, height), filter)` gives it for mode RGB. Pillow 13 resizes
 * vertically first where that takes away more than twice as many rows as columns would go (its order was found by trying all
 * kinds of sizes, see fixtures/pixels.py); the order shows, since each pass rounds to 8 bits.
 */
export function resize(image: Rgb, width: number, height: number, filter: Filter): Rgb {
  const rowsLess = image.height - height;
  return rowsLess > 0 && rowsLess > 2 * (image.width - width)
    ? horizontal(vertical(image, height, filter), width, filter)
    : vertical(horizontal(image, width, filter), height, filter);
}

function horizontal(image: Rgb, width: number, filter: Filter): Rgb {
  if (image.width === width) return image;
  const { width: inWidth, height, data } = image;
  const { size, first, count, weights } = taps(inWidth, width, filter);
  const out = new Uint8ClampedArray(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let [r, g, b] = [HALF, HALF, HALF];
      let at = (y * inWidth + first[x]) * 3;
      const end = x * size + count[x];
      for (let k = x * size; k < end; k++, at += 3) {
        const weight = weights[k];
        r += data[at] * weight;
        g += data[at + 1] * weight;
        b += data[at + 2] * weight;
      }
      const to = (y * width + x) * 3;
      out[to] = r >> PRECISION_BITS;
      out[to + 1] = g >> PRECISION_BITS;
      out[to + 2] = b >> PRECISION_BITS;
    }
  }
  return { width, height, data: out };
}

function vertical(image: Rgb, height: number, filter: Filter): Rgb {
  if (image.height === height) return image;
  const { width, height: inHeight, data } = image;
  const { size, first, count, weights } = taps(inHeight, height, filter);
  const stride = width * 3;
  const out = new Uint8ClampedArray(stride * height);
  const sums = new Int32Array(stride);
  for (let y = 0; y < height; y++) {
    sums.fill(HALF);
    for (let i = 0; i < count[y]; i++) {
      const weight = weights[y * size + i];
      const from = (first[y] + i) * stride;
      for (let x = 0; x < stride; x++) sums[x] += data[from + x] * weight;
    }
    for (let x = 0; x < stride; x++) out[y * stride + x] = sums[x] >> PRECISION_BITS;
  }
  return { width, height, data: out };
}
