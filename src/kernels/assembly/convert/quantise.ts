/**
 * Rows of floats to whole numbers, all in double precision. Rows lie close together; tables of a double for each column
 * are padded to eights, and what lanes past the last column hold is never read. Codes are written eight at a time: those
 * past the end of a row are overwritten by the next.
 */

/** Adding it to a double below 2^51 leaves the nearest whole number, halves to even, in the low bits. */
const TO_WHOLE: f64 = 6755399441055744;

/** Two floats as doubles. */
function widen(from: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load_zero<i64>(from));
}

/** Two numbers less the means of their columns, times the factors. */
function centred(from: usize, means: usize, factors: usize): v128 {
  return f64x2.mul(f64x2.sub(widen(from), v128.load(means)), v128.load(factors));
}

/** Adds rows to the sums of their columns, one row after the other. */
export function addRows(from: usize, rows: i32, cols: i32, sums: usize): void {
  const bytes = <usize>cols * 8;
  for (let r = 0; r < rows; r++, from += <usize>cols * 4) {
    let x = from;
    for (let at = sums; at < sums + bytes; at += 32, x += 16) {
      v128.store(at, f64x2.add(v128.load(at), widen(x)));
      v128.store(at, f64x2.add(v128.load(at, 16), widen(x + 8)), 16);
    }
  }
}

/** Widens the range of each column, from its lowest to its highest float, by those of some rows. */
export function widenRanges(from: usize, rows: i32, cols: i32, lowest: usize, highest: usize): void {
  const bytes = <usize>cols * 4;
  for (let r = 0; r < rows; r++, from += bytes) {
    for (let at: usize = 0; at < bytes; at += 16) {
      const x = v128.load(from + at);
      v128.store(lowest + at, f32x4.pmin(v128.load(lowest + at), x));
      v128.store(highest + at, f32x4.pmax(v128.load(highest + at), x));
    }
  }
}

/** The largest magnitude of each row; factors past the last column are zero. */
export function largestInRows(
  from: usize,
  rows: i32,
  cols: i32,
  means: usize,
  factors: usize,
  largest: usize,
): void {
  const bytes = <usize>cols * 8;
  for (let r = 0; r < rows; r++, from += <usize>cols * 4, largest += 8) {
    let even = f64x2.splat(0);
    let odd = f64x2.splat(0);
    for (let at: usize = 0; at < bytes; at += 32) {
      const x = from + (at >> 1);
      even = f64x2.pmax(even, f64x2.abs(centred(x, means + at, factors + at)));
      odd = f64x2.pmax(odd, f64x2.abs(centred(x + 8, means + at + 16, factors + at + 16)));
    }
    const both = f64x2.pmax(even, odd);
    store<f64>(largest, max(f64x2.extract_lane(both, 0), f64x2.extract_lane(both, 1)));
  }
}

/** Two quotients clipped to ±levels, as whole numbers in the low bits. */
function clipped(quotients: v128, levels: v128): v128 {
  const below = f64x2.pmin(levels, quotients);
  return f64x2.add(f64x2.pmax(f64x2.neg(levels), below), f64x2.splat(TO_WHOLE));
}

/** Eight whole numbers in the low bits of doubles, as bytes. */
function storeCodes(to: usize, a: v128, b: v128, c: v128, d: v128): void {
  const words = i16x8.narrow_i32x4_s(
    v128.shuffle<i32>(a, b, 0, 2, 4, 6),
    v128.shuffle<i32>(c, d, 0, 2, 4, 6),
  );
  v128.store_lane<i64>(to, i8x16.narrow_i16x8_s(words, words), 0);
}

/** Each number over the divisor of its column, rounded and clipped to ±levels. */
export function encodeByColumn(
  from: usize,
  rows: i32,
  cols: i32,
  means: usize,
  factors: usize,
  divisors: usize,
  levels: f64,
  to: usize,
): void {
  const most = f64x2.splat(levels);
  const bytes = <usize>cols * 8;
  for (let r = 0; r < rows; r++, from += <usize>cols * 4, to += <usize>cols) {
    for (let at: usize = 0; at < bytes; at += 64) {
      const x = from + (at >> 1);
      const m = means + at;
      const f = factors + at;
      const s = divisors + at;
      storeCodes(
        to + (at >> 3),
        clipped(f64x2.div(centred(x, m, f), v128.load(s)), most),
        clipped(f64x2.div(centred(x + 8, m + 16, f + 16), v128.load(s, 16)), most),
        clipped(f64x2.div(centred(x + 16, m + 32, f + 32), v128.load(s, 32)), most),
        clipped(f64x2.div(centred(x + 24, m + 48, f + 48), v128.load(s, 48)), most),
      );
    }
  }
}

/** Each number over the divisor of its row, rounded and clipped to ±levels. */
export function encodeByRow(
  from: usize,
  rows: i32,
  cols: i32,
  means: usize,
  factors: usize,
  divisors: usize,
  levels: f64,
  to: usize,
): void {
  const most = f64x2.splat(levels);
  const bytes = <usize>cols * 8;
  for (let r = 0; r < rows; r++, from += <usize>cols * 4, to += <usize>cols, divisors += 8) {
    const divisor = v128.load_splat<f64>(divisors);
    for (let at: usize = 0; at < bytes; at += 64) {
      const x = from + (at >> 1);
      const m = means + at;
      const f = factors + at;
      storeCodes(
        to + (at >> 3),
        clipped(f64x2.div(centred(x, m, f), divisor), most),
        clipped(f64x2.div(centred(x + 8, m + 16, f + 16), divisor), most),
        clipped(f64x2.div(centred(x + 16, m + 32, f + 32), divisor), most),
        clipped(f64x2.div(centred(x + 24, m + 48, f + 48), divisor), most),
      );
    }
  }
}
