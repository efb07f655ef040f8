/** Multiplies column c of scores by scales[c]; rows are `stride` bytes long, `cols` in fours. */
export function scaleColumns(scores: usize, stride: usize, rows: i32, cols: i32, scales: usize): void {
  for (let r = 0; r < rows; r++, scores += stride) {
    for (let c = 0; c < cols; c += 4) {
      const at = scores + <usize>c * 4;
      v128.store(at, f32x4.mul(v128.load(at), v128.load(scales + <usize>c * 4)));
    }
  }
}

/** Columns from `from` to `to` − 1, which no gallery row stands behind, become −∞: they beat and tie nothing. */
export function maskColumns(scores: usize, stride: usize, rows: i32, from: i32, to: i32): void {
  for (let r = 0; r < rows; r++, scores += stride) {
    for (let c = from; c < to; c++) store<f32>(scores + <usize>c * 4, f32.NEGATIVE_INFINITY);
  }
}

/** The sum of four 32-bit counts. */
function total(counts: v128): i32 {
  return (
    i32x4.extract_lane(counts, 0) +
    i32x4.extract_lane(counts, 1) +
    i32x4.extract_lane(counts, 2) +
    i32x4.extract_lane(counts, 3)
  );
}

/**
 * Adds, for the relevant items of each row, how many scores of the row are higher and how many are the same. Row r has
 * the items first[r] … first[r + 1] − 1, counted from first[0]; item i has its score at positiveScores[i], its counts at
 * higherCounts[i] and tied[i]. Rows are `stride` bytes long, `cols` in fours.
 */
export function countRows(
  scores: usize,
  stride: usize,
  rows: i32,
  cols: i32,
  first: usize,
  positiveScores: usize,
  higherCounts: usize,
  tied: usize,
): void {
  const base = load<u32>(first);
  for (let r = 0; r < rows; r++, scores += stride) {
    const end = load<u32>(first + <usize>r * 4, 4) - base;
    for (let item = load<u32>(first + <usize>r * 4) - base; item < end; item++) {
      const at = <usize>item * 4;
      const score = v128.load_splat<f32>(positiveScores + at);
      let higher = i32x4.splat(0);
      let same = i32x4.splat(0);
      for (let c = 0; c < cols; c += 4) {
        const x = v128.load(scores + <usize>c * 4);
        higher = i32x4.sub(higher, f32x4.gt(x, score));
        same = i32x4.sub(same, f32x4.eq(x, score));
      }
      store<u32>(higherCounts + at, load<u32>(higherCounts + at) + total(higher));
      store<u32>(tied + at, load<u32>(tied + at) + total(same));
    }
  }
}

/**
 * The same down the columns: `slots` relevant items for each column, item s of column c at [s · slotBytes + c · 4] of
 * `positiveScores`, `higherCounts` and `tied`. A column with fewer items has +∞ in the slots that are left.
 */
export function countColumns(
  scores: usize,
  stride: usize,
  rows: i32,
  cols: i32,
  slots: i32,
  slotBytes: usize,
  positiveScores: usize,
  higherCounts: usize,
  tied: usize,
): void {
  for (let c = 0; c < cols; c += 4) {
    for (let s = 0; s < slots; s++) {
      const at = <usize>s * slotBytes + <usize>c * 4;
      const score = v128.load(positiveScores + at);
      let higher = v128.load(higherCounts + at);
      let same = v128.load(tied + at);
      let from = scores + <usize>c * 4;
      for (let r = 0; r < rows; r++, from += stride) {
        const x = v128.load(from);
        higher = i32x4.sub(higher, f32x4.gt(x, score));
        same = i32x4.sub(same, f32x4.eq(x, score));
      }
      v128.store(higherCounts + at, higher);
      v128.store(tied + at, same);
    }
  }
}
