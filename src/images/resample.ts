import { PRECISION_BITS, taps, type Filter, type Taps } from './filters';

export interface Rgb {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel, row by row. */
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** A rectangle of a picture, pixels. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const HALF = 1 << (PRECISION_BITS - 1);

/**
 * A part of the picture at another size, as Pillow's `Image.resize((width, height), filter)` gives it for mode RGB, byte for byte:
 * a horizontal and a vertical pass, coefficients in fixed point and rounding to 8 bits after each (Pillow,
 * src/libImaging/Resample.c). Only what the part needs is computed; it must lie within the resized picture.
 *
 * Pillow 13 goes vertically first where that takes away more than twice as many rows as columns would go (found by
 * trying many sizes, see fixtures/pixels.py); the order affects the result, since each pass rounds.
 */
export function resize(
  image: Rgb,
  width: number,
  height: number,
  filter: Filter,
  part: Rectangle = { left: 0, top: 0, width, height },
): Rgb {
  if (image.width === width && image.height === height) return crop(image, part);
  if (filter === 'nearest') return nearest(image, width, height, part);
  const across = image.width === width ? null : taps(image.width, width, filter, part.left, part.width);
  const down = image.height === height ? null : taps(image.height, height, filter, part.top, part.height);
  const [left, cols] = across ? reach(across) : [part.left, part.width];
  const [top, rows] = down ? reach(down) : [part.top, part.height];
  const needed = { left, top, width: cols, height: rows };
  const rowsLess = image.height - height;
  return rowsLess > 0 && rowsLess > 2 * (image.width - width)
    ? horizontal(vertical(image, down, needed), across, { ...needed, left: 0, top: 0, height: part.height })
    : vertical(horizontal(image, across, needed), down, { ...needed, left: 0, top: 0, width: part.width });
}

/** The first input position that taps read, and how many there are from it to the last. */
function reach({ first, count }: Taps): [number, number] {
  const last = first.length - 1;
  return [first[0], first[last] + count[last] - first[0]];
}

/** The columns of all taps, of the rows of a part; the part's own columns where there are none. */
function horizontal(image: Rgb, across: Taps | null, part: Rectangle): Rgb {
  if (!across) return crop(image, part);
  const { size, first, count, weights } = across;
  const { data } = image;
  const width = first.length;
  const start = first[0] - part.left;
  const out = new Uint8ClampedArray(width * part.height * 3);
  for (let y = 0, to = 0; y < part.height; y++) {
    const line = (part.top + y) * image.width - start;
    for (let x = 0; x < width; x++, to += 3) {
      let r = HALF;
      let g = HALF;
      let b = HALF;
      let at = (line + first[x]) * 3;
      const end = x * size + count[x];
      for (let k = x * size; k < end; k++, at += 3) {
        const weight = weights[k];
        r += data[at] * weight;
        g += data[at + 1] * weight;
        b += data[at + 2] * weight;
      }
      out[to] = r >> PRECISION_BITS;
      out[to + 1] = g >> PRECISION_BITS;
      out[to + 2] = b >> PRECISION_BITS;
    }
  }
  return { width, height: part.height, data: out };
}

/** The rows of all taps, of the columns of a part; the part's own rows where there are none. */
function vertical(image: Rgb, down: Taps | null, part: Rectangle): Rgb {
  if (!down) return crop(image, part);
  const { size, first, count, weights } = down;
  const { data } = image;
  const height = first.length;
  const start = first[0] - part.top;
  const stride = part.width * 3;
  const out = new Uint8ClampedArray(stride * height);
  const sums = new Int32Array(stride);
  for (let y = 0; y < height; y++) {
    sums.fill(HALF);
    for (let i = 0; i < count[y]; i++) {
      const weight = weights[y * size + i];
      const from = ((first[y] - start + i) * image.width + part.left) * 3;
      for (let x = 0; x < stride; x++) sums[x] += data[from + x] * weight;
    }
    for (let x = 0, to = y * stride; x < stride; x++) out[to + x] = sums[x] >> PRECISION_BITS;
  }
  return { width: part.width, height, data: out };
}

/** The pixel in the middle of each step; positions are accumulated as in Pillow (Geometry.c, `ImagingScaleAffine`). */
function nearest(image: Rgb, width: number, height: number, part: Rectangle): Rgb {
  const xs = steps(image.width, width);
  const ys = steps(image.height, height);
  const data = new Uint8Array(part.width * part.height * 3);
  for (let y = 0, to = 0; y < part.height; y++) {
    for (let x = 0; x < part.width; x++, to += 3) {
      const from = (ys[part.top + y] * image.width + xs[part.left + x]) * 3;
      data[to] = image.data[from];
      data[to + 1] = image.data[from + 1];
      data[to + 2] = image.data[from + 2];
    }
  }
  return { width: part.width, height: part.height, data };
}

function steps(inSize: number, outSize: number): Int32Array {
  const scale = inSize / outSize;
  const positions = new Int32Array(outSize);
  for (let out = 0, at = scale * 0.5; out < outSize; out++, at += scale) positions[out] = Math.trunc(at);
  return positions;
}

function crop(image: Rgb, { left, top, width, height }: Rectangle): Rgb {
  if (width === image.width && height === image.height) return image;
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * image.width + left) * 3;
    data.set(image.data.subarray(from, from + width * 3), y * width * 3);
  }
  return { width, height, data };
}

/** A larger black picture with the given one at `left`, `top`. */
export function padWithBlack(image: Rgb, { left, top, width, height }: Rectangle): Rgb {
  if (image.width === width && image.height === height) return image;
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < image.height; y++) {
    const from = y * image.width * 3;
    data.set(image.data.subarray(from, from + image.width * 3), ((top + y) * width + left) * 3);
  }
  return { width, height, data };
}
