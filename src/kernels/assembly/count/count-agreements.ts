/** As in count-floats, for scores that are 16-bit integers from 1 up: eight at a time, at most 65,535 rows or columns. */

/** Columns from `from` to `to` − 1 become 0: they beat and tie nothing. */
export function maskColumns16(scores: usize, stride: usize, rows: i32, from: i32, to: i32): void {
  for (let r = 0; r < rows; r++, scores += stride) {
    memory.fill(scores + <usize>from * 2, 0, <usize>(to - from) * 2);
  }
}

/** The sum of eight 16-bit counts. */
function total(counts: v128): u32 {
  const pairs = i32x4.extadd_pairwise_i16x8_u(counts);
  return (
    i32x4.extract_lane(pairs, 0) +
    i32x4.extract_lane(pairs, 1) +
    i32x4.extract_lane(pairs, 2) +
    i32x4.extract_lane(pairs, 3)
  );
}

/** See countRows; `positiveScores` holds 32-bit integers. `cols` in eights. */
export function countRows16(
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
      const score = i16x8.splat(<i16>load<u32>(positiveScores + at));
      let higher = i16x8.splat(0);
      let same = i16x8.splat(0);
      for (let c = 0; c < cols; c += 8) {
        const x = v128.load(scores + <usize>c * 2);
        higher = i16x8.sub(higher, i16x8.gt_u(x, score));
        same = i16x8.sub(same, i16x8.eq(x, score));
      }
      store<u32>(higherCounts + at, load<u32>(higherCounts + at) + total(higher));
      store<u32>(tied + at, load<u32>(tied + at) + total(same));
    }
  }
}

/** Adds eight 16-bit counts to eight 32-bit ones. */
function addCounts(at: usize, counts: v128): void {
  v128.store(at, i32x4.add(v128.load(at), i32x4.extend_low_i16x8_u(counts)));
  v128.store(at, i32x4.add(v128.load(at, 16), i32x4.extend_high_i16x8_u(counts)), 16);
}

/** Eight 32-bit integers below 65,536 as 16-bit ones. */
function narrow(at: usize): v128 {
  return v128.shuffle<i16>(v128.load(at), v128.load(at, 16), 0, 2, 4, 6, 8, 10, 12, 14);
}

/** See countColumns; all of a slot's entries are 32-bit integers, 65,535 where a column has fewer items. */
export function countColumns16(
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
  for (let c = 0; c < cols; c += 8) {
    for (let s = 0; s < slots; s++) {
      const at = <usize>s * slotBytes + <usize>c * 4;
      const score = narrow(positiveScores + at);
      let higher = i16x8.splat(0);
      let same = i16x8.splat(0);
      let from = scores + <usize>c * 2;
      for (let r = 0; r < rows; r++, from += stride) {
        const x = v128.load(from);
        higher = i16x8.sub(higher, i16x8.gt_u(x, score));
        same = i16x8.sub(same, i16x8.eq(x, score));
      }
      addCounts(higherCounts + at, higher);
      addCounts(tied + at, same);
    }
  }
}

/** Agreements plus one, as stored, to 2 · agreements − offset, as floats: signs that agree less signs that differ. */
export function widenAgreements(from: usize, count: i32, offset: i32, to: usize): void {
  for (let i = 0; i < count; i++, from += 2, to += 4) {
    const difference: i32 = 2 * (<i32>load<u16>(from) - 1) - offset;
    store<f32>(to, <f32>difference);
  }
}
