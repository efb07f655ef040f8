/** Flips the top bit of each byte, in place: −128 … 127 becomes 0 … 255. `count` in sixteens. */
export function biasBytes(at: usize, count: i32): void {
  for (let i = 0; i < count; i += 16, at += 16) {
    v128.store(at, v128.xor(v128.load(at), i8x16.splat(-128)));
  }
}

/**
 * Rows of half bytes (−8 … 7, the even dimension in the lower half) to rows of whole bytes; `bias` is added to each.
 * Rows are `stride` bytes apart before and `wide` after, in thirty-twos; the source may be read a little past its end.
 */
export function widenNibbles(from: usize, rows: i32, stride: i32, to: usize, wide: i32, bias: i32): void {
  const eight = i8x16.splat(8);
  const shift = i8x16.splat(<i8>(bias - 8));
  for (let r = 0; r < rows; r++) {
    const row = from + <usize>(r * stride);
    const target = to + <usize>(r * wide);
    for (let at = 0; at < wide; at += 32) {
      const pairs = v128.load(row + <usize>(at >> 1));
      const even = i8x16.add(v128.xor(v128.and(pairs, i8x16.splat(15)), eight), shift);
      const odd = i8x16.add(v128.xor(i8x16.shr_u(pairs, 4), eight), shift);
      v128.store(
        target + <usize>at,
        v128.shuffle<i8>(even, odd, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23),
      );
      v128.store(
        target + <usize>at,
        v128.shuffle<i8>(even, odd, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31),
        16,
      );
    }
  }
}

/**
 * Rows of bytes −8 … 7 to half bytes, the even column in the lower half; a row of odd length ends in half an unused
 * byte. Rows lie close together; the target may be written a little past its end.
 */
export function packNibbles(from: usize, rows: i32, cols: i32, to: usize): void {
  const stride = <usize>((cols + 1) >> 1);
  for (let r = 0; r < rows; r++, from += <usize>cols, to += stride) {
    for (let at = 0; at < cols; at += 32) {
      const low = pairs(v128.load(from + <usize>at));
      const high = pairs(v128.load(from + <usize>at, 16));
      v128.store(to + <usize>(at >> 1), i8x16.narrow_i16x8_u(low, high));
    }
    if (cols & 1) store<u8>(to + stride - 1, load<u8>(to + stride - 1) & 15);
  }
}

/** The lower halves of two neighbouring bytes side by side, eight times. */
function pairs(bytes: v128): v128 {
  return v128.or(v128.and(bytes, i16x8.splat(0x0f)), v128.and(i16x8.shr_u(bytes, 4), i16x8.splat(0xf0)));
}

/** `factor` times the sum of each row of signed bytes, as 32-bit integers. */
export function sumBytes(from: usize, rows: i32, cols: i32, factor: i32, to: usize): void {
  for (let r = 0; r < rows; r++, to += 4) {
    let sum = 0;
    for (let c = 0; c < cols; c++, from++) sum += <i32>load<i8>(from);
    store<i32>(to, sum * factor);
  }
}

/** Signed bytes to 16 bits; `count` in sixteens. */
export function widenBytes(from: usize, count: i32, to: usize): void {
  for (let i = 0; i < count; i += 16, from += 16, to += 32) {
    const bytes = v128.load(from);
    v128.store(to, i16x8.extend_low_i8x16_s(bytes));
    v128.store(to, i16x8.extend_high_i8x16_s(bytes), 16);
  }
}

/** Signed bytes to floats. */
export function bytesToFloats(from: usize, count: i32, to: usize): void {
  for (let i = 0; i < count; i++, from++, to += 4) store<f32>(to, <f32>load<i8>(from));
}
