/** c + a · b: rounded once where the module has relaxed SIMD and the machine fuses, else after each step. */
function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return v128.relaxed_madd<f32>(a, b, c);
  return f32x4.add(c, f32x4.mul(a, b));
}

/**
 * Scores of query panels (6 rows) against gallery panels (8 rows) of `cols` dimensions, as floats: row q of `out` is
 * `stride` bytes long and starts with gallery row 0. Sums run over the dimensions in order.
 */
export function scoreFloats(
  queries: usize,
  queryPanels: i32,
  gallery: usize,
  galleryPanels: i32,
  cols: i32,
  out: usize,
  stride: usize,
): void {
  const queryBytes = <usize>cols * 24;
  for (let g = 0; g < galleryPanels; g++, gallery += <usize>cols * 32) {
    let a = queries;
    let to = out + <usize>g * 32;
    for (let q = 0; q < queryPanels; q++, to += 6 * stride) {
      let b = gallery;
      const end = a + queryBytes;
      let c00 = f32x4.splat(0);
      let c01 = f32x4.splat(0);
      let c10 = f32x4.splat(0);
      let c11 = f32x4.splat(0);
      let c20 = f32x4.splat(0);
      let c21 = f32x4.splat(0);
      let c30 = f32x4.splat(0);
      let c31 = f32x4.splat(0);
      let c40 = f32x4.splat(0);
      let c41 = f32x4.splat(0);
      let c50 = f32x4.splat(0);
      let c51 = f32x4.splat(0);
      for (; a < end; a += 24, b += 32) {
        const b0 = v128.load(b);
        const b1 = v128.load(b, 16);
        const a0 = v128.load_splat<f32>(a);
        c00 = multiplyAdd(a0, b0, c00);
        c01 = multiplyAdd(a0, b1, c01);
        const a1 = v128.load_splat<f32>(a, 4);
        c10 = multiplyAdd(a1, b0, c10);
        c11 = multiplyAdd(a1, b1, c11);
        const a2 = v128.load_splat<f32>(a, 8);
        c20 = multiplyAdd(a2, b0, c20);
        c21 = multiplyAdd(a2, b1, c21);
        const a3 = v128.load_splat<f32>(a, 12);
        c30 = multiplyAdd(a3, b0, c30);
        c31 = multiplyAdd(a3, b1, c31);
        const a4 = v128.load_splat<f32>(a, 16);
        c40 = multiplyAdd(a4, b0, c40);
        c41 = multiplyAdd(a4, b1, c41);
        const a5 = v128.load_splat<f32>(a, 20);
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

/** The score of each query with the gallery row of its place, both in panels of 8 rows: the same sums as scoreFloats. */
export function pairFloats(queries: usize, gallery: usize, panels: i32, cols: i32, out: usize): void {
  const bytes = <usize>cols * 32;
  for (let p = 0; p < panels; p++, out += 32) {
    let low = f32x4.splat(0);
    let high = f32x4.splat(0);
    for (const end = queries + bytes; queries < end; queries += 32, gallery += 32) {
      low = multiplyAdd(v128.load(queries), v128.load(gallery), low);
      high = multiplyAdd(v128.load(queries, 16), v128.load(gallery, 16), high);
    }
    v128.store(out, low);
    v128.store(out, high, 16);
  }
}
