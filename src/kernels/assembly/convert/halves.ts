/** 2^112: a half's exponent and fraction, moved to a float's places, are too small by this factor. */
const REBIAS: f32 = reinterpret<f32>(0x77800000);

/** Four halves, one in the lower half of each lane, as floats; exact, subnormals and infinities included. */
function widen(bits: v128): v128 {
  const magnitude = v128.and(bits, i32x4.splat(0x7fff));
  const scaled = f32x4.mul(i32x4.shl(magnitude, 13), f32x4.splat(REBIAS));
  const special = v128.and(i32x4.ge_u(magnitude, i32x4.splat(0x7c00)), i32x4.splat(0x7f800000));
  const sign = i32x4.shl(v128.and(bits, i32x4.splat(0x8000)), 16);
  return v128.or(v128.or(scaled, special), sign);
}

/** IEEE halves to single precision; `count` in eights, as buffers are padded. */
export function widenHalves(from: usize, count: i32, to: usize): void {
  for (let i = 0; i < count; i += 8, from += 16, to += 32) {
    const halves = v128.load(from);
    v128.store(to, widen(i32x4.extend_low_i16x8_u(halves)));
    v128.store(to, widen(i32x4.extend_high_i16x8_u(halves)), 16);
  }
}

/**
 * Each float to the nearest half, ties to even, and back, in place; `count` in fours. From 65520 up the result is
 * infinite, as in NumPy.
 */
export function roundToHalves(at: usize, count: i32): void {
  const half = f32x4.splat(0.5);
  for (let i = 0; i < count; i += 4, at += 16) {
    const x = v128.load(at);
    const magnitude = v128.and(x, i32x4.splat(0x7fffffff));
    const sign = v128.xor(x, magnitude);
    const odd = v128.and(i32x4.shr_u(magnitude, 13), i32x4.splat(1));
    const rounded = v128.and(
      i32x4.add(i32x4.add(magnitude, i32x4.splat(0xfff)), odd),
      i32x4.splat(0xffffe000),
    );
    const normal = v128.bitselect(
      i32x4.splat(0x7f800000),
      rounded,
      i32x4.ge_u(rounded, i32x4.splat(0x47800000)),
    );
    // Below 2^-14 halves are 2^-24 apart, which is what floats near .5 are.
    const subnormal = f32x4.sub(f32x4.add(magnitude, half), half);
    const small = i32x4.lt_u(magnitude, i32x4.splat(0x38800000));
    v128.store(at, v128.or(v128.bitselect(subnormal, normal, small), sign));
  }
}

/** Four floats as the bits of their nearest halves, one in the lower half of each lane; what is no number is 0x7e00. */
function narrow(x: v128): v128 {
  const magnitude = v128.and(x, i32x4.splat(0x7fffffff));
  const sign = i32x4.shr_u(v128.xor(x, magnitude), 16);
  const odd = v128.and(i32x4.shr_u(magnitude, 13), i32x4.splat(1));
  // The exponent's bias is 112 less, and half a step is added, a little less where that would leave a tie odd.
  const rebiased = i32x4.add(magnitude, i32x4.splat(0xfff - (112 << 23)));
  const normal = i32x4.min_s(i32x4.shr_s(i32x4.add(rebiased, odd), 13), i32x4.splat(0x7c00));
  // Below 2^-14 halves are 2^-24 apart, which is what floats near .5 are.
  const half = f32x4.splat(0.5);
  const subnormal = i32x4.sub(f32x4.add(magnitude, half), half);
  const small = i32x4.lt_s(magnitude, i32x4.splat(0x38800000));
  const number = v128.or(v128.bitselect(subnormal, normal, small), sign);
  return v128.bitselect(number, i32x4.splat(0x7e00), f32x4.eq(x, x));
}

/** Floats to the bits of their nearest halves (ties to even); `count` in eights. */
export function narrowToHalves(from: usize, count: i32, to: usize): void {
  for (let i = 0; i < count; i += 8, from += 32, to += 16) {
    const low = narrow(v128.load(from));
    const high = narrow(v128.load(from, 16));
    v128.store(to, i16x8.narrow_i32x4_u(low, high));
  }
}
