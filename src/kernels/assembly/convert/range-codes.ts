/**
 * Rows over a range as whole numbers 0 … 255, a byte each: round((x − min) / step), halves to even, every step rounded to
 * the type of the rows. Row i of the result, `stride` bytes after the last, is row list[i] of `vectors`.
 *
 * Divisions are slow, so (x − min) · (1 / step) is rounded instead, in single precision, sixteen numbers at a time; where one
 * of them is so near to a half that the two might differ, all sixteen are divided.
 */

/** Adding it rounds a number to a whole one, halves to even, which is left in the lowest bits of the sum. */
const FLOAT_ROUNDER: f32 = 12582912;
const FLOAT_ROUNDER_BITS: i32 = 0x4b400000;

/** 255 times the relative error of a product and a quotient is below what is left to a half. */
const NEAR_HALF: f32 = 0.4999;

export function encodeFloats(
  vectors: usize,
  list: usize,
  rows: i32,
  cols: i32,
  min: f32,
  step: f32,
  to: usize,
  stride: usize,
): void {
  for (let r = 0; r < rows; r++, to += stride) {
    const row = vectors + <usize>load<u32>(list + <usize>r * 4) * <usize>cols * 4;
    let c = 0;
    for (; c + 16 <= cols; c += 16) {
      if (encodeSixteen(row + <usize>c * 4, min, 1 / step, NEAR_HALF, to + <usize>c)) continue;
      for (let i = c; i < c + 16; i++) store<u8>(to + <usize>i, floatCode(row, i, min, step));
    }
    for (; c < cols; c++) store<u8>(to + <usize>c, floatCode(row, c, min, step));
  }
}

/**
 * The same of double-precision rows, which lie in single precision at `single` too. What is farther from a half than `near`
 * is the same from either.
 */
export function encodeDoubles(
  vectors: usize,
  single: usize,
  list: usize,
  rows: i32,
  cols: i32,
  min: f64,
  step: f64,
  near: f32,
  to: usize,
  stride: usize,
): void {
  for (let r = 0; r < rows; r++, to += stride) {
    const first = <usize>load<u32>(list + <usize>r * 4) * <usize>cols;
    const row = vectors + first * 8;
    let c = 0;
    for (; c + 16 <= cols; c += 16) {
      const at = single + (first + <usize>c) * 4;
      if (encodeSixteen(at, <f32>min, <f32>(1 / step), near, to + <usize>c)) continue;
      for (let i = c; i < c + 16; i++) store<u8>(to + <usize>i, doubleCode(row, i, min, step));
    }
    for (; c < cols; c++) store<u8>(to + <usize>c, doubleCode(row, c, min, step));
  }
}

/** Sixteen codes; false, and nothing, where one of them is nearer to a half than `near`. */
function encodeSixteen(at: usize, min: f32, perStep: f32, near: f32, to: usize): bool {
  const least = f32x4.splat(min);
  const factor = f32x4.splat(perStep);
  const y0 = f32x4.mul(f32x4.sub(v128.load(at), least), factor);
  const y1 = f32x4.mul(f32x4.sub(v128.load(at, 16), least), factor);
  const y2 = f32x4.mul(f32x4.sub(v128.load(at, 32), least), factor);
  const y3 = f32x4.mul(f32x4.sub(v128.load(at, 48), least), factor);
  const r0 = f32x4.add(y0, f32x4.splat(FLOAT_ROUNDER));
  const r1 = f32x4.add(y1, f32x4.splat(FLOAT_ROUNDER));
  const r2 = f32x4.add(y2, f32x4.splat(FLOAT_ROUNDER));
  const r3 = f32x4.add(y3, f32x4.splat(FLOAT_ROUNDER));
  const rest = f32x4.pmax(
    f32x4.pmax(restOf(y0, r0), restOf(y1, r1)),
    f32x4.pmax(restOf(y2, r2), restOf(y3, r3)),
  );
  if (v128.any_true(f32x4.gt(rest, f32x4.splat(near)))) return false;
  const bits = i32x4.splat(FLOAT_ROUNDER_BITS);
  v128.store(
    to,
    i8x16.narrow_i16x8_u(
      i16x8.narrow_i32x4_s(i32x4.sub(r0, bits), i32x4.sub(r1, bits)),
      i16x8.narrow_i32x4_s(i32x4.sub(r2, bits), i32x4.sub(r3, bits)),
    ),
  );
  return true;
}

/** How far numbers are from the whole ones that they were rounded to. */
function restOf(y: v128, rounded: v128): v128 {
  return f32x4.abs(f32x4.sub(y, f32x4.sub(rounded, f32x4.splat(FLOAT_ROUNDER))));
}

function floatCode(row: usize, col: i32, min: f32, step: f32): u8 {
  return <u8>nearest<f32>((load<f32>(row + <usize>col * 4) - min) / step);
}

function doubleCode(row: usize, col: i32, min: f64, step: f64): u8 {
  return <u8>nearest<f64>((load<f64>(row + <usize>col * 8) - min) / step);
}
