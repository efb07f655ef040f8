/**
 * What the machine's relaxed dot product makes of a second operand above 127: four sums of four products of 127 and −1,
 * then of −128 and −1, then of −128 and −128, as 32-bit integers. 129540, −130560 and −65536 mean that it is taken as
 * unsigned and that nothing saturates; −508, 512 and 65536 that it is signed.
 */
export function dotsOfExtremes(out: usize): void {
  v128.store(out, dotAdd(i8x16.splat(127), i8x16.splat(-1), i32x4.splat(0)));
  v128.store(out, dotAdd(i8x16.splat(-128), i8x16.splat(-1), i32x4.splat(0)), 16);
  v128.store(out, dotAdd(i8x16.splat(-128), i8x16.splat(-128), i32x4.splat(0)), 32);
}

/** c + the dot products of four bytes each; zero where the module has no relaxed SIMD, which is never called then. */
function dotAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return v128.relaxed_dot_add<i32>(a, b, c);
  return c;
}

/**
 * Scores of bytes: query panels of 6 rows, gallery panels of 8 rows, both of `words` steps of four dimensions. What the
 * gallery's bias adds to each query's scores is in `offsets` and is taken off; scores are whole numbers as floats, exact
 * below 2^24.
 */
export function scoreBytes(
  queries: usize,
  queryPanels: i32,
  gallery: usize,
  galleryPanels: i32,
  words: i32,
  offsets: usize,
  out: usize,
  stride: usize,
): void {
  const queryBytes = <usize>words * 24;
  for (let g = 0; g < galleryPanels; g++, gallery += <usize>words * 32) {
    let a = queries;
    let to = out + <usize>g * 32;
    let offset = offsets;
    for (let q = 0; q < queryPanels; q++, to += 6 * stride, offset += 24) {
      let b = gallery;
      const end = a + queryBytes;
      let c00 = i32x4.splat(0);
      let c01 = i32x4.splat(0);
      let c10 = i32x4.splat(0);
      let c11 = i32x4.splat(0);
      let c20 = i32x4.splat(0);
      let c21 = i32x4.splat(0);
      let c30 = i32x4.splat(0);
      let c31 = i32x4.splat(0);
      let c40 = i32x4.splat(0);
      let c41 = i32x4.splat(0);
      let c50 = i32x4.splat(0);
      let c51 = i32x4.splat(0);
      for (; a < end; a += 24, b += 32) {
        const b0 = v128.load(b);
        const b1 = v128.load(b, 16);
        const a0 = v128.load_splat<i32>(a);
        c00 = dotAdd(a0, b0, c00);
        c01 = dotAdd(a0, b1, c01);
        const a1 = v128.load_splat<i32>(a, 4);
        c10 = dotAdd(a1, b0, c10);
        c11 = dotAdd(a1, b1, c11);
        const a2 = v128.load_splat<i32>(a, 8);
        c20 = dotAdd(a2, b0, c20);
        c21 = dotAdd(a2, b1, c21);
        const a3 = v128.load_splat<i32>(a, 12);
        c30 = dotAdd(a3, b0, c30);
        c31 = dotAdd(a3, b1, c31);
        const a4 = v128.load_splat<i32>(a, 16);
        c40 = dotAdd(a4, b0, c40);
        c41 = dotAdd(a4, b1, c41);
        const a5 = v128.load_splat<i32>(a, 20);
        c50 = dotAdd(a5, b0, c50);
        c51 = dotAdd(a5, b1, c51);
      }
      const s0 = v128.load_splat<i32>(offset, 0);
      const s1 = v128.load_splat<i32>(offset, 4);
      const s2 = v128.load_splat<i32>(offset, 8);
      const s3 = v128.load_splat<i32>(offset, 12);
      const s4 = v128.load_splat<i32>(offset, 16);
      const s5 = v128.load_splat<i32>(offset, 20);
      v128.store(to, f32x4.convert_i32x4_s(i32x4.sub(c00, s0)));
      v128.store(to, f32x4.convert_i32x4_s(i32x4.sub(c01, s0)), 16);
      v128.store(to + 1 * stride, f32x4.convert_i32x4_s(i32x4.sub(c10, s1)));
      v128.store(to + 1 * stride, f32x4.convert_i32x4_s(i32x4.sub(c11, s1)), 16);
      v128.store(to + 2 * stride, f32x4.convert_i32x4_s(i32x4.sub(c20, s2)));
      v128.store(to + 2 * stride, f32x4.convert_i32x4_s(i32x4.sub(c21, s2)), 16);
      v128.store(to + 3 * stride, f32x4.convert_i32x4_s(i32x4.sub(c30, s3)));
      v128.store(to + 3 * stride, f32x4.convert_i32x4_s(i32x4.sub(c31, s3)), 16);
      v128.store(to + 4 * stride, f32x4.convert_i32x4_s(i32x4.sub(c40, s4)));
      v128.store(to + 4 * stride, f32x4.convert_i32x4_s(i32x4.sub(c41, s4)), 16);
      v128.store(to + 5 * stride, f32x4.convert_i32x4_s(i32x4.sub(c50, s5)));
      v128.store(to + 5 * stride, f32x4.convert_i32x4_s(i32x4.sub(c51, s5)), 16);
    }
  }
}

/**
 * As scoreBytes, for rows that were widened to 16 bits: `words` steps of two dimensions, query panels of 4 rows. Every
 * machine with SIMD has it. The products need a register of their own, so that 6 rows of sums would not fit into 16.
 */
export function scoreBytesWide(
  queries: usize,
  queryPanels: i32,
  gallery: usize,
  galleryPanels: i32,
  words: i32,
  offsets: usize,
  out: usize,
  stride: usize,
): void {
  const queryBytes = <usize>words * 16;
  for (let g = 0; g < galleryPanels; g++, gallery += <usize>words * 32) {
    let a = queries;
    let to = out + <usize>g * 32;
    let offset = offsets;
    for (let q = 0; q < queryPanels; q++, to += 4 * stride, offset += 16) {
      let b = gallery;
      const end = a + queryBytes;
      let c00 = i32x4.splat(0);
      let c01 = i32x4.splat(0);
      let c10 = i32x4.splat(0);
      let c11 = i32x4.splat(0);
      let c20 = i32x4.splat(0);
      let c21 = i32x4.splat(0);
      let c30 = i32x4.splat(0);
      let c31 = i32x4.splat(0);
      for (; a < end; a += 16, b += 32) {
        const b0 = v128.load(b);
        const b1 = v128.load(b, 16);
        const a0 = v128.load_splat<i32>(a);
        c00 = i32x4.add(c00, i32x4.dot_i16x8_s(a0, b0));
        c01 = i32x4.add(c01, i32x4.dot_i16x8_s(a0, b1));
        const a1 = v128.load_splat<i32>(a, 4);
        c10 = i32x4.add(c10, i32x4.dot_i16x8_s(a1, b0));
        c11 = i32x4.add(c11, i32x4.dot_i16x8_s(a1, b1));
        const a2 = v128.load_splat<i32>(a, 8);
        c20 = i32x4.add(c20, i32x4.dot_i16x8_s(a2, b0));
        c21 = i32x4.add(c21, i32x4.dot_i16x8_s(a2, b1));
        const a3 = v128.load_splat<i32>(a, 12);
        c30 = i32x4.add(c30, i32x4.dot_i16x8_s(a3, b0));
        c31 = i32x4.add(c31, i32x4.dot_i16x8_s(a3, b1));
      }
      const s0 = v128.load_splat<i32>(offset, 0);
      const s1 = v128.load_splat<i32>(offset, 4);
      const s2 = v128.load_splat<i32>(offset, 8);
      const s3 = v128.load_splat<i32>(offset, 12);
      v128.store(to, f32x4.convert_i32x4_s(i32x4.sub(c00, s0)));
      v128.store(to, f32x4.convert_i32x4_s(i32x4.sub(c01, s0)), 16);
      v128.store(to + 1 * stride, f32x4.convert_i32x4_s(i32x4.sub(c10, s1)));
      v128.store(to + 1 * stride, f32x4.convert_i32x4_s(i32x4.sub(c11, s1)), 16);
      v128.store(to + 2 * stride, f32x4.convert_i32x4_s(i32x4.sub(c20, s2)));
      v128.store(to + 2 * stride, f32x4.convert_i32x4_s(i32x4.sub(c21, s2)), 16);
      v128.store(to + 3 * stride, f32x4.convert_i32x4_s(i32x4.sub(c30, s3)));
      v128.store(to + 3 * stride, f32x4.convert_i32x4_s(i32x4.sub(c31, s3)), 16);
    }
  }
}

/** The score of each query with the gallery row of its place, both in panels of 8 rows: see scoreBytes. */
export function pairBytes(
  queries: usize,
  gallery: usize,
  panels: i32,
  words: i32,
  offsets: usize,
  out: usize,
): void {
  const bytes = <usize>words * 32;
  for (let p = 0; p < panels; p++, out += 32, offsets += 32) {
    let low = i32x4.splat(0);
    let high = i32x4.splat(0);
    for (const end = queries + bytes; queries < end; queries += 32, gallery += 32) {
      low = dotAdd(v128.load(queries), v128.load(gallery), low);
      high = dotAdd(v128.load(queries, 16), v128.load(gallery, 16), high);
    }
    v128.store(out, f32x4.convert_i32x4_s(i32x4.sub(low, v128.load(offsets))));
    v128.store(out, f32x4.convert_i32x4_s(i32x4.sub(high, v128.load(offsets, 16))), 16);
  }
}

/** The same for rows that were widened to 16 bits. */
export function pairBytesWide(
  queries: usize,
  gallery: usize,
  panels: i32,
  words: i32,
  offsets: usize,
  out: usize,
): void {
  const bytes = <usize>words * 32;
  for (let p = 0; p < panels; p++, out += 32, offsets += 32) {
    let low = i32x4.splat(0);
    let high = i32x4.splat(0);
    for (const end = queries + bytes; queries < end; queries += 32, gallery += 32) {
      low = i32x4.add(low, i32x4.dot_i16x8_s(v128.load(queries), v128.load(gallery)));
      high = i32x4.add(high, i32x4.dot_i16x8_s(v128.load(queries, 16), v128.load(gallery, 16)));
    }
    v128.store(out, f32x4.convert_i32x4_s(i32x4.sub(low, v128.load(offsets))));
    v128.store(out, f32x4.convert_i32x4_s(i32x4.sub(high, v128.load(offsets, 16))), 16);
  }
}
