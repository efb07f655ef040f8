/**
 * Panels: rows side by side, so that a kernel reads one dimension of all of them at once. A panel of `width` rows and n
 * words (of 32 or 64 bits) holds word w of row r at [w · width + r]; rows that are missing in the last panel are zero.
 */

/** 4 × 4 words from four rows that are `stride` bytes apart to four words of a panel that are `step` bytes apart. */
function transpose4(from: usize, stride: usize, to: usize, step: usize): void {
  const r0 = v128.load(from);
  const r1 = v128.load(from + stride);
  const r2 = v128.load(from + 2 * stride);
  const r3 = v128.load(from + 3 * stride);
  const low01 = v128.shuffle<i32>(r0, r1, 0, 4, 1, 5);
  const high01 = v128.shuffle<i32>(r0, r1, 2, 6, 3, 7);
  const low23 = v128.shuffle<i32>(r2, r3, 0, 4, 1, 5);
  const high23 = v128.shuffle<i32>(r2, r3, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<i64>(low01, low23, 0, 2));
  v128.store(to + step, v128.shuffle<i64>(low01, low23, 1, 3));
  v128.store(to + 2 * step, v128.shuffle<i64>(high01, high23, 0, 2));
  v128.store(to + 3 * step, v128.shuffle<i64>(high01, high23, 1, 3));
}

/** Rows of 32-bit words (rows × words, a row every `stride` bytes) into panels of `width` rows. */
export function packWords(from: usize, rows: i32, words: i32, stride: usize, to: usize, width: i32): void {
  const step = <usize>width * 4;
  for (let first = 0; first < rows; first += width, to += <usize>words * step) {
    const present = min(width, rows - first);
    const panel = from + <usize>first * stride;
    if (present < width) memory.fill(to, 0, <usize>words * step);
    let r = 0;
    for (; r + 4 <= present; r += 4) {
      let w = 0;
      for (; w + 4 <= words; w += 4) {
        transpose4(
          panel + <usize>r * stride + <usize>w * 4,
          stride,
          to + <usize>w * step + <usize>r * 4,
          step,
        );
      }
      for (; w < words; w++) {
        for (let i = r; i < r + 4; i++) {
          store<u32>(
            to + <usize>w * step + <usize>i * 4,
            load<u32>(panel + <usize>i * stride + <usize>w * 4),
          );
        }
      }
    }
    for (; r < present; r++) {
      for (let w = 0; w < words; w++) {
        store<u32>(to + <usize>w * step + <usize>r * 4, load<u32>(panel + <usize>r * stride + <usize>w * 4));
      }
    }
  }
}

/** Rows of doubles (rows × cols) into panels of `width` rows. */
export function packDoubles(from: usize, rows: i32, cols: i32, to: usize, width: i32): void {
  const stride = <usize>cols * 8;
  const step = <usize>width * 8;
  for (let first = 0; first < rows; first += width, to += <usize>cols * step) {
    const present = min(width, rows - first);
    const panel = from + <usize>first * stride;
    if (present < width) memory.fill(to, 0, <usize>cols * step);
    for (let r = 0; r < present; r++) {
      for (let c = 0; c < cols; c++) {
        store<f64>(to + <usize>c * step + <usize>r * 8, load<f64>(panel + <usize>r * stride + <usize>c * 8));
      }
    }
  }
}

/** A right-hand side (rows × cols doubles) into panels of 4 columns: row r of a panel at [r · 4]. Cols in fours. */
export function packRightHandSide(from: usize, rows: i32, cols: i32, to: usize): void {
  for (let c = 0; c < cols; c += 4) {
    for (let r = 0; r < rows; r++, to += 32) {
      const at = from + <usize>(r * cols + c) * 8;
      v128.store(to, v128.load(at));
      v128.store(to, v128.load(at, 16), 16);
    }
  }
}

/** Single precision to double. */
export function floatsToDoubles(from: usize, count: i32, to: usize): void {
  for (let i = 0; i < count; i++, from += 4, to += 8) store<f64>(to, <f64>load<f32>(from));
}
