/**
 * Rows over a range as whole numbers 0 … 255, a byte each: round((x − min) / step), halves to even, every step rounded to
 * the type of the rows. Row i of the result, `stride` bytes after the last, is row list[i] of `vectors`.
 */
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
  const least = f32x4.splat(min);
  const unit = f32x4.splat(step);
  for (let r = 0; r < rows; r++, to += stride) {
    const row = vectors + <usize>load<u32>(list + <usize>r * 4) * <usize>cols * 4;
    let c = 0;
    for (; c + 16 <= cols; c += 16) {
      const at = row + <usize>c * 4;
      const low = i16x8.narrow_i32x4_s(
        floatCodes(v128.load(at), least, unit),
        floatCodes(v128.load(at, 16), least, unit),
      );
      const high = i16x8.narrow_i32x4_s(
        floatCodes(v128.load(at, 32), least, unit),
        floatCodes(v128.load(at, 48), least, unit),
      );
      v128.store(to + <usize>c, i8x16.narrow_i16x8_u(low, high));
    }
    for (; c < cols; c++) {
      store<u8>(to + <usize>c, <u8>nearest<f32>((load<f32>(row + <usize>c * 4) - min) / step));
    }
  }
}

/** The same of double-precision rows. */
export function encodeDoubles(
  vectors: usize,
  list: usize,
  rows: i32,
  cols: i32,
  min: f64,
  step: f64,
  to: usize,
  stride: usize,
): void {
  const least = f64x2.splat(min);
  const unit = f64x2.splat(step);
  for (let r = 0; r < rows; r++, to += stride) {
    const row = vectors + <usize>load<u32>(list + <usize>r * 4) * <usize>cols * 8;
    let c = 0;
    for (; c + 16 <= cols; c += 16) {
      const at = row + <usize>c * 8;
      const low = i16x8.narrow_i32x4_s(doubleCodes(at, least, unit), doubleCodes(at + 32, least, unit));
      const high = i16x8.narrow_i32x4_s(doubleCodes(at + 64, least, unit), doubleCodes(at + 96, least, unit));
      v128.store(to + <usize>c, i8x16.narrow_i16x8_u(low, high));
    }
    for (; c < cols; c++) {
      store<u8>(to + <usize>c, <u8>nearest<f64>((load<f64>(row + <usize>c * 8) - min) / step));
    }
  }
}

function floatCodes(x: v128, least: v128, unit: v128): v128 {
  return i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.div(f32x4.sub(x, least), unit)));
}

/** Four codes of four doubles. */
function doubleCodes(at: usize, least: v128, unit: v128): v128 {
  const low = f64x2.nearest(f64x2.div(f64x2.sub(v128.load(at), least), unit));
  const high = f64x2.nearest(f64x2.div(f64x2.sub(v128.load(at, 16), least), unit));
  return v128.shuffle<i64>(i32x4.trunc_sat_f64x2_s_zero(low), i32x4.trunc_sat_f64x2_s_zero(high), 0, 2);
}
