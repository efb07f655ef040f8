import { choose, passShuffle } from './choice';

/** Numbers of rows that are left once the relevant ones (ascending) are taken out, to numbers of rows. */
function skipOver(relevant: usize, relevantEnd: usize, negatives: usize, end: usize): void {
  for (; relevant < relevantEnd; relevant += 4) {
    const row = load<u32>(relevant);
    for (let to = negatives; to < end; to += 4) {
      const negative = load<u32>(to);
      store<u32>(to, negative + u32(negative >= row));
    }
  }
}

/**
 * The reference's pools of one size, as kernels/draws.ts says: queries × size words. Relevant items of the queries lie one
 * after another in `items`; `offsets` has one entry more than there are queries. `takenBy`, `identity` and `swaps`
 * are room for gallery words each.
 */
export function drawPools(
  stream: usize,
  offsets: usize,
  items: usize,
  queries: i32,
  gallery: i32,
  size: i32,
  out: usize,
  takenBy: usize,
  identity: usize,
  swaps: usize,
): void {
  memory.fill(takenBy, 0, (<usize>gallery) << 2);
  for (let i = 0; i < gallery; i++) store<i32>(identity + ((<usize>i) << 2), i);
  const bytes = (<usize>size) << 2;
  for (let q = 1; q <= queries; q++, offsets += 4, out += bytes) {
    const relevant = load<i32>(offsets, 4) - load<i32>(offsets);
    if (relevant == 0) {
      memory.fill(out, 0, bytes);
      continue;
    }
    const relevantBytes = (<usize>relevant) << 2;
    const negatives = out + relevantBytes;
    memory.copy(out, items, relevantBytes);
    choose(stream, gallery - relevant, size - relevant, negatives, takenBy, q, identity, swaps);
    skipOver(items, items + relevantBytes, negatives, out + bytes);
    passShuffle(stream, size);
    items += relevantBytes;
  }
}
