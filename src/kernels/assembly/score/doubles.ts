/** c + a · b in double precision; see floats.ts. */
function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return v128.relaxed_madd<f64>(a, b, c);
  return f64x2.add(c, f64x2.mul(a, b));
}

/**
 * out += left · right in double precision. `left` is panels of 6 rows, `right` panels of 4 columns, both of `inner`
 * steps; row r of `out` is `stride` bytes long.
 */
export function multiplyDoubles(
  left: usize,
  leftPanels: i32,
  right: usize,
  rightPanels: i32,
  inner: i32,
  out: usize,
  stride: usize,
): void {
  const leftBytes = <usize>inner * 48;
  for (let p = 0; p < rightPanels; p++, right += <usize>inner * 32) {
    let a = left;
    let to = out + <usize>p * 32;
    for (let q = 0; q < leftPanels; q++, to += 6 * stride) {
      let b = right;
      const end = a + leftBytes;
      let c00 = v128.load(to);
      let c01 = v128.load(to, 16);
      let c10 = v128.load(to + 1 * stride);
      let c11 = v128.load(to + 1 * stride, 16);
      let c20 = v128.load(to + 2 * stride);
      let c21 = v128.load(to + 2 * stride, 16);
      let c30 = v128.load(to + 3 * stride);
      let c31 = v128.load(to + 3 * stride, 16);
      let c40 = v128.load(to + 4 * stride);
      let c41 = v128.load(to + 4 * stride, 16);
      let c50 = v128.load(to + 5 * stride);
      let c51 = v128.load(to + 5 * stride, 16);
      for (; a < end; a += 48, b += 32) {
        const b0 = v128.load(b);
        const b1 = v128.load(b, 16);
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
      v128.store(to + 1 * stride, c10);
      v128.store(to + 1 * stride, c11, 16);
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

/**
 * As scoreFloats, of doubles: query panels of 6 rows, gallery panels of 4; products are rounded before they are added, a score
 * once more, to a float.
 */
export function scoreDoubles(
  queries: usize,
  queryPanels: i32,
  gallery: usize,
  galleryPanels: i32,
  cols: i32,
  out: usize,
  stride: usize,
): void {
  const queryBytes = <usize>cols * 48;
  for (let g = 0; g < galleryPanels; g++, gallery += <usize>cols * 32) {
    let a = queries;
    let to = out + <usize>g * 16;
    for (let q = 0; q < queryPanels; q++, to += 6 * stride) {
      let b = gallery;
      const end = a + queryBytes;
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
      for (; a < end; a += 48, b += 32) {
        const b0 = v128.load(b);
        const b1 = v128.load(b, 16);
        const a0 = v128.load_splat<f64>(a);
        c00 = f64x2.add(c00, f64x2.mul(a0, b0));
        c01 = f64x2.add(c01, f64x2.mul(a0, b1));
        const a1 = v128.load_splat<f64>(a, 8);
        c10 = f64x2.add(c10, f64x2.mul(a1, b0));
        c11 = f64x2.add(c11, f64x2.mul(a1, b1));
        const a2 = v128.load_splat<f64>(a, 16);
        c20 = f64x2.add(c20, f64x2.mul(a2, b0));
        c21 = f64x2.add(c21, f64x2.mul(a2, b1));
        const a3 = v128.load_splat<f64>(a, 24);
        c30 = f64x2.add(c30, f64x2.mul(a3, b0));
        c31 = f64x2.add(c31, f64x2.mul(a3, b1));
        const a4 = v128.load_splat<f64>(a, 32);
        c40 = f64x2.add(c40, f64x2.mul(a4, b0));
        c41 = f64x2.add(c41, f64x2.mul(a4, b1));
        const a5 = v128.load_splat<f64>(a, 40);
        c50 = f64x2.add(c50, f64x2.mul(a5, b0));
        c51 = f64x2.add(c51, f64x2.mul(a5, b1));
      }
      v128.store(to, joined(c00, c01));
      v128.store(to + 1 * stride, joined(c10, c11));
      v128.store(to + 2 * stride, joined(c20, c21));
      v128.store(to + 3 * stride, joined(c30, c31));
      v128.store(to + 4 * stride, joined(c40, c41));
      v128.store(to + 5 * stride, joined(c50, c51));
    }
  }
}

/** Two pairs of doubles as four floats. */
function joined(low: v128, high: v128): v128 {
  return v128.shuffle<i64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
}
