/** Four 16-bit integers as two pairs of doubles: the first pair. */
function lowPair(integers: v128): v128 {
  return f64x2.convert_low_i32x4_u(integers);
}

/** The second pair. */
function highPair(integers: v128): v128 {
  return f64x2.convert_low_i32x4_u(v128.shuffle<i64>(integers, integers, 1, 1));
}

/** c + a · b in double precision; see score/floats.ts. */
function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return v128.relaxed_madd<f64>(a, b, c);
  return f64x2.add(c, f64x2.mul(a, b));
}

/**
 * How often resamples take any cluster of a group. `taken` and `out` are panels of 4 resamples: for each cluster, or group,
 * how often each of them takes it, as 16-bit integers; `groupOf` holds each cluster's group. No sum may pass 16 bits.
 */
export function groupResamples(
  taken: usize,
  takenPanels: i32,
  clusters: i32,
  groupOf: usize,
  groups: i32,
  out: usize,
): void {
  const bytes = <usize>groups * 8;
  memory.fill(out, 0, bytes * <usize>takenPanels);
  const end = groupOf + <usize>clusters * 4;
  for (let p = 0; p < takenPanels; p++, out += bytes) {
    for (let c = groupOf; c < end; c += 4, taken += 8) {
      const to = out + <usize>load<u32>(c) * 8;
      store<u64>(to, load<u64>(to) + load<u64>(taken));
    }
  }
}

/**
 * Sums of statistics over resampled clusters. `sums` is panels of 6 statistics: for each cluster, the sum of each of them.
 * `taken` is panels of 4 resamples: for each cluster, how often each of them takes it, as 16-bit integers. Row s of
 * `out`, `stride` bytes long, is statistic s in each resample.
 */
export function resampleSums(
  sums: usize,
  sumPanels: i32,
  taken: usize,
  takenPanels: i32,
  clusters: i32,
  out: usize,
  stride: usize,
): void {
  const bytes = <usize>clusters * 48;
  for (let p = 0; p < takenPanels; p++, taken += <usize>clusters * 8) {
    let a = sums;
    let to = out + <usize>p * 32;
    for (let q = 0; q < sumPanels; q++, to += 6 * stride) {
      let b = taken;
      const end = a + bytes;
      let c00 = f64x2.splat(0);
      let c01 = f64x2.splat(0);
      let c10 = f64x2.splat(0);
      let c11 = f64x2.splat(0);
      let c20 = f64x2.splat(0);
      let c21 = f64x2.splat(0);
      let c30 = f64x2.splat(0);
      let c31 = f64x2.splat(0);
      let c40 = f64x2.splat(0);
      let c41 = f64x2.splat(0);
      let c50 = f64x2.splat(0);
      let c51 = f64x2.splat(0);
      for (; a < end; a += 48, b += 8) {
        const integers = i32x4.extend_low_i16x8_u(v128.load64_zero(b));
        const b0 = lowPair(integers);
        const b1 = highPair(integers);
        const a0 = v128.load_splat<f64>(a);
        c00 = multiplyAdd(a0, b0, c00);
        c01 = multiplyAdd(a0, b1, c01);
        const a1 = v128.load_splat<f64>(a, 8);
        c10 = multiplyAdd(a1, b0, c10);
        c11 = multiplyAdd(a1, b1, c11);
        const a2 = v128.load_splat<f64>(a, 16);
        c20 = multiplyAdd(a2, b0, c20);
        c21 = multiplyAdd(a2, b1, c21);
        const a3 = v128.load_splat<f64>(a, 24);
        c30 = multiplyAdd(a3, b0, c30);
        c31 = multiplyAdd(a3, b1, c31);
        const a4 = v128.load_splat<f64>(a, 32);
        c40 = multiplyAdd(a4, b0, c40);
        c41 = multiplyAdd(a4, b1, c41);
        const a5 = v128.load_splat<f64>(a, 40);
        c50 = multiplyAdd(a5, b0, c50);
        c51 = multiplyAdd(a5, b1, c51);
      }
      v128.store(to, c00);
      v128.store(to, c01, 16);
      v128.store(to + stride, c10);
      v128.store(to + stride, c11, 16);
      v128.store(to + 2 * stride, c20);
      v128.store(to + 2 * stride, c21, 16);
      v128.store(to + 3 * stride, c30);
      v128.store(to + 3 * stride, c31, 16);
      v128.store(to + 4 * stride, c40);
      v128.store(to + 4 * stride, c41, 16);
      v128.store(to + 5 * stride, c50);
      v128.store(to + 5 * stride, c51, 16);
    }
  }
}
