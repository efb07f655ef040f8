import type { Grouped } from '../../kernels/contract/resamples';
import type { Matrix } from '../../math/matrix';

/** More clusters than this are left apart, so that a group's share of a resample stays within 16 bits. */
const MOST = 2 ** 16 - 1;

/**
 * Finds the clusters whose sums (clusters × statistics) are the same bit for bit: how often a resample takes any of them
 * is all that its totals depend on. Where most queries rank alike, groups are far fewer than clusters.
 */
export function dedupeClusters(sums: Matrix<Float64Array>): Grouped {
  const { rows, cols, data } = sums;
  if (rows > MOST) return { groupOf: Uint32Array.from({ length: rows }, (_, c) => c), sums };
  const words = new Uint32Array(data.buffer, data.byteOffset, 2 * data.length);
  const width = 2 * cols;
  const groupOf = new Uint32Array(rows);
  const firstOf: number[] = [];
  const groupsByHash = new Map<number, number[]>();
  for (let c = 0; c < rows; c++) {
    const hash = hashOf(words, c * width, width);
    let known = groupsByHash.get(hash);
    if (!known) groupsByHash.set(hash, (known = []));
    let group = known.find((one) => same(words, firstOf[one] * width, c * width, width));
    if (group === undefined) {
      group = firstOf.push(c) - 1;
      known.push(group);
    }
    groupOf[c] = group;
  }
  const grouped = new Float64Array(firstOf.length * cols);
  firstOf.forEach((c, group) => grouped.set(data.subarray(c * cols, (c + 1) * cols), group * cols));
  return { groupOf, sums: { rows: firstOf.length, cols, data: grouped } };
}

/** Mixes so many words into 32 bits: FNV's multiplication, and the high bits of doubles brought down. */
function hashOf(words: Uint32Array, from: number, count: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < from + count; i++) {
    hash = Math.imul(hash ^ words[i], 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash;
}

function same(words: Uint32Array, a: number, b: number, count: number): boolean {
  for (let i = 0; i < count; i++) if (words[a + i] !== words[b + i]) return false;
  return true;
}
