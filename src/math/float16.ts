/** One double, and its lower and upper word: every platform that runs browsers is little-endian. */
const real = new Float64Array(1);
const bits = new Uint32Array(real.buffer);
const LOWER = 0;
const UPPER = 1;

/** The largest finite half. */
export const LARGEST_HALF = 65504;

const INFINITY_BITS = 0x7c00;
const NAN_BITS = 0x7e00;

/** A number ≥ 0 rounded to a whole one, halves to even; exact below 2^52. */
function roundToEven(x: number): number {
  return x + 2 ** 52 - 2 ** 52;
}

/**
 * The IEEE half nearest to x (ties to even) as its 16 bits, rounded once, straight from the value as given. So is
 * NumPy's astype(float16), from float32 and from float64 alike. Above 65,504 by half a step or more: infinity.
 */
export function toHalf(x: number): number {
  real[0] = x;
  const sign = (bits[UPPER] >>> 16) & 0x8000;
  const magnitude = Math.abs(x);
  if (Number.isNaN(x)) return NAN_BITS;
  if (magnitude >= 65520) return sign | INFINITY_BITS;
  // Subnormals count in steps of 2^-24 and run over into the smallest normal number by themselves.
  if (magnitude < 2 ** -14) return sign | roundToEven(magnitude * 2 ** 24);
  const exponent = ((bits[UPPER] >>> 20) & 0x7ff) - 1023;
  // 1024 … 2048 steps of 2^(exponent − 10); 2048 carries into the exponent, as it should.
  bits[LOWER] = 0;
  bits[UPPER] = (1033 - exponent) << 20;
  return sign | (((exponent + 14) << 10) + roundToEven(magnitude * real[0]));
}

/** The value of a half given as 16 bits, exactly. */
export function fromHalf(half: number): number {
  const exponent = (half >>> 10) & 0x1f;
  const fraction = half & 0x3ff;
  const sign = half & 0x8000 ? -1 : 1;
  if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** Each value as the bits of its nearest half (see toHalf). */
export function halves(values: Float32Array | Float64Array): Uint16Array {
  const out = new Uint16Array(values.length);
  for (let i = 0; i < values.length; i++) out[i] = toHalf(values[i]);
  return out;
}

let table: Float32Array | undefined;

/** The values of halves given as bits: a look-up in a table of all 65,536, made on first use. */
export function fromHalves(halfBits: Uint16Array): Float32Array {
  table ??= Float32Array.from({ length: 65536 }, (_, half) => fromHalf(half));
  const out = new Float32Array(halfBits.length);
  for (let i = 0; i < halfBits.length; i++) out[i] = table[halfBits[i]];
  return out;
}
