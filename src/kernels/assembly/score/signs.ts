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

/** Adds sixteen bytes to sixteen 16-bit sums. */
function addWidened(to: usize, bytes: v128): void {
  v128.store(to, i16x8.add(v128.load(to), i16x8.extend_low_i8x16_u(bytes)));
  v128.store(to, i16x8.add(v128.load(to, 16), i16x8.extend_high_i8x16_u(bytes)), 16);
}

/**
 * In how many bits queries and gallery rows agree, plus one, as 16-bit integers: zero is left for rows that are not there. Each
 * query is a look-up table of 16 bytes for every four bits, two queries a panel, each gallery panel 64 rows. Sums of bytes
 * are widened every 32 steps, when 32 · 4 agreements may have come together. Row q of `out` is `stride` bytes long.
 *
 * Source of the idea: F. André, A.-M. Kermarrec and N. Le Scouarnec, "Cache locality is not enough: high-performance
 * nearest neighbor search with product quantization fast scan" (2015).
 */
export function scoreSigns(
  queries: usize,
  queryPanels: i32,
  gallery: usize,
  galleryPanels: i32,
  nibbles: i32,
  out: usize,
  stride: usize,
): void {
  const tableBytes = <usize>nibbles * 16;
  for (let g = 0; g < galleryPanels; g++, gallery += <usize>nibbles * 64) {
    let table = queries;
    let to = out + <usize>g * 128;
    for (let q = 0; q < queryPanels; q++, table += tableBytes, to += 2 * stride) {
      for (let at = to; at < to + 128; at += 16) {
        v128.store(at, i16x8.splat(1));
        v128.store(at + stride, i16x8.splat(1));
      }
      let panel = gallery;
      for (let n = 0; n < nibbles; n += 32) {
        let c00 = i8x16.splat(0);
        let c01 = i8x16.splat(0);
        let c02 = i8x16.splat(0);
        let c03 = i8x16.splat(0);
        let c10 = i8x16.splat(0);
        let c11 = i8x16.splat(0);
        let c12 = i8x16.splat(0);
        let c13 = i8x16.splat(0);
        for (const end = table + 512; table < end; table += 16, panel += 64) {
          const own = v128.load(table);
          const other = v128.load(table + tableBytes);
          const p0 = v128.load(panel);
          c00 = i8x16.add(c00, look(own, p0));
          c10 = i8x16.add(c10, look(other, p0));
          const p1 = v128.load(panel, 16);
          c01 = i8x16.add(c01, look(own, p1));
          c11 = i8x16.add(c11, look(other, p1));
          const p2 = v128.load(panel, 32);
          c02 = i8x16.add(c02, look(own, p2));
          c12 = i8x16.add(c12, look(other, p2));
          const p3 = v128.load(panel, 48);
          c03 = i8x16.add(c03, look(own, p3));
          c13 = i8x16.add(c13, look(other, p3));
        }
        addWidened(to, c00);
        addWidened(to + 32, c01);
        addWidened(to + 64, c02);
        addWidened(to + 96, c03);
        addWidened(to + stride, c10);
        addWidened(to + stride + 32, c11);
        addWidened(to + stride + 64, c12);
        addWidened(to + stride + 96, c13);
      }
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
