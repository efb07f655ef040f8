/** Row v: in how many of four bits v and x agree, for x = 0 … 15. */
const AGREEMENTS = memory.data<u8>([
  4, 3, 3, 2, 3, 2, 2, 1, 3, 2, 2, 1, 2, 1, 1, 0, 3, 4, 2, 3, 2, 3, 1, 2, 2, 3, 1, 2, 1, 2, 0, 1, 3, 2, 4, 3,
  2, 1, 3, 2, 2, 1, 3, 2, 1, 0, 2, 1, 2, 3, 3, 4, 1, 2, 2, 3, 1, 2, 2, 3, 0, 1, 1, 2, 3, 2, 2, 1, 4, 3, 3, 2,
  2, 1, 1, 0, 3, 2, 2, 1, 2, 3, 1, 2, 3, 4, 2, 3, 1, 2, 0, 1, 2, 3, 1, 2, 2, 1, 3, 2, 3, 2, 4, 3, 1, 0, 2, 1,
  2, 1, 3, 2, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 3, 2, 2, 1, 2, 1, 1, 0, 4, 3, 3, 2, 3, 2, 2, 1,
  2, 3, 1, 2, 1, 2, 0, 1, 3, 4, 2, 3, 2, 3, 1, 2, 2, 1, 3, 2, 1, 0, 2, 1, 3, 2, 4, 3, 2, 1, 3, 2, 1, 2, 2, 3,
  0, 1, 1, 2, 2, 3, 3, 4, 1, 2, 2, 3, 2, 1, 1, 0, 3, 2, 2, 1, 3, 2, 2, 1, 4, 3, 3, 2, 1, 2, 0, 1, 2, 3, 1, 2,
  2, 3, 1, 2, 3, 4, 2, 3, 1, 0, 2, 1, 2, 1, 3, 2, 2, 1, 3, 2, 3, 2, 4, 3, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3,
  2, 3, 3, 4,
]);

/** A query's bits (rows × bytes, bytes in sixteens) as one row of AGREEMENTS, 16 bytes, for each four bits. */
export function packLookups(from: usize, rows: i32, bytes: i32, to: usize): void {
  const end = from + <usize>(rows * bytes);
  for (; from < end; from++, to += 32) {
    const pair = <usize>load<u8>(from);
    v128.store(to, v128.load(AGREEMENTS + ((pair & 15) << 4)));
    v128.store(to, v128.load(AGREEMENTS + ((pair >> 4) << 4)), 16);
  }
}

/** Bits (rows × bytes) into panels of 64 rows: for each four bits, in order, a byte of each row. */
export function packNibbleColumns(from: usize, rows: i32, bytes: i32, to: usize): void {
  for (let first = 0; first < rows; first += 64, to += <usize>bytes * 128) {
    const present = min(64, rows - first);
    if (present < 64) memory.fill(to, 0, <usize>bytes * 128);
    for (let r = 0; r < present; r++) {
      const row = from + <usize>((first + r) * bytes);
      for (let i = 0; i < bytes; i++) {
        const pair = load<u8>(row + <usize>i);
        const at = to + <usize>(i * 128 + r);
        store<u8>(at, pair & 15);
        store<u8>(at, pair >> 4, 64);
      }
    }
  }
}

/** table[index] for indices below 16. */
function look(table: v128, index: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return i8x16.relaxed_swizzle(table, index);
  return i8x16.swizzle(table, index);
}

/**
 * In how many bits queries and gallery rows agree, plus one, as 16-bit integers: zero is left for rows that are not there. Each
 * query is a look-up table of 16 bytes for every four bits, each gallery panel 64 rows. Sums of bytes are widened
 * every 32 steps, when 32 · 4 agreements may have come together. Row q of `out` is `stride` bytes long.
 *
 * Source of the idea: F. André, A.-M. Kermarrec and N. Le Scouarnec, "Cache locality is not enough: high-performance
 * nearest neighbor search with product quantization fast scan" (2015).
 */
export function scoreSigns(
  queries: usize,
  queryRows: i32,
  gallery: usize,
  galleryPanels: i32,
  nibbles: i32,
  out: usize,
  stride: usize,
): void {
  for (let g = 0; g < galleryPanels; g++, gallery += <usize>nibbles * 64) {
    let table = queries;
    let to = out + <usize>g * 128;
    for (let q = 0; q < queryRows; q++, to += stride) {
      let panel = gallery;
      let s0 = i16x8.splat(1);
      let s1 = s0;
      let s2 = s0;
      let s3 = s0;
      let s4 = s0;
      let s5 = s0;
      let s6 = s0;
      let s7 = s0;
      for (let n = 0; n < nibbles; n += 32) {
        let c0 = i8x16.splat(0);
        let c1 = c0;
        let c2 = c0;
        let c3 = c0;
        for (const end = table + 512; table < end; table += 32, panel += 128) {
          const low = v128.load(table);
          c0 = i8x16.add(c0, look(low, v128.load(panel)));
          c1 = i8x16.add(c1, look(low, v128.load(panel, 16)));
          c2 = i8x16.add(c2, look(low, v128.load(panel, 32)));
          c3 = i8x16.add(c3, look(low, v128.load(panel, 48)));
          const high = v128.load(table, 16);
          c0 = i8x16.add(c0, look(high, v128.load(panel, 64)));
          c1 = i8x16.add(c1, look(high, v128.load(panel, 80)));
          c2 = i8x16.add(c2, look(high, v128.load(panel, 96)));
          c3 = i8x16.add(c3, look(high, v128.load(panel, 112)));
        }
        s0 = i16x8.add(s0, i16x8.extend_low_i8x16_u(c0));
        s1 = i16x8.add(s1, i16x8.extend_high_i8x16_u(c0));
        s2 = i16x8.add(s2, i16x8.extend_low_i8x16_u(c1));
        s3 = i16x8.add(s3, i16x8.extend_high_i8x16_u(c1));
        s4 = i16x8.add(s4, i16x8.extend_low_i8x16_u(c2));
        s5 = i16x8.add(s5, i16x8.extend_high_i8x16_u(c2));
        s6 = i16x8.add(s6, i16x8.extend_low_i8x16_u(c3));
        s7 = i16x8.add(s7, i16x8.extend_high_i8x16_u(c3));
      }
      v128.store(to, s0);
      v128.store(to, s1, 16);
      v128.store(to, s2, 32);
      v128.store(to, s3, 48);
      v128.store(to, s4, 64);
      v128.store(to, s5, 80);
      v128.store(to, s6, 96);
      v128.store(to, s7, 112);
    }
  }
}

/** In how many of so many bits each query agrees with the gallery row of its place less how many differ, as floats. */
export function pairSigns(
  queries: usize,
  gallery: usize,
  rows: i32,
  bytes: i32,
  cols: i32,
  out: usize,
): void {
  for (let r = 0; r < rows; r++, out += 4) {
    let differ: i64 = 0;
    for (const end = queries + <usize>bytes; queries < end; queries += 8, gallery += 8) {
      differ += popcnt<i64>(load<i64>(queries) ^ load<i64>(gallery));
    }
    const score: i32 = cols - 2 * <i32>differ;
    store<f32>(out, <f32>score);
  }
}

/** Sixteen floats above sixteen thresholds, as bits. */
function above(from: usize, thresholds: usize): i32 {
  const low = i16x8.narrow_i32x4_s(
    f32x4.gt(v128.load(from), v128.load(thresholds)),
    f32x4.gt(v128.load(from, 16), v128.load(thresholds, 16)),
  );
  const high = i16x8.narrow_i32x4_s(
    f32x4.gt(v128.load(from, 32), v128.load(thresholds, 32)),
    f32x4.gt(v128.load(from, 48), v128.load(thresholds, 48)),
  );
  return i8x16.bitmask(i8x16.narrow_i16x8_s(low, high));
}

/**
 * A bit for each number of rows of floats that is above the threshold of its column, 32 to a word. Thresholds are floats,
 * padded with infinity to whole words; the rows may be read 128 bytes past their end.
 */
export function packSigns(from: usize, rows: i32, cols: i32, thresholds: usize, to: usize): void {
  const bytes = <usize>cols * 4;
  for (let r = 0; r < rows; r++, from += bytes) {
    for (let at: usize = 0; at < bytes; at += 128, to += 4) {
      const high = above(from + at + 64, thresholds + at + 64);
      store<i32>(to, above(from + at, thresholds + at) | (high << 16));
    }
  }
}
