import type { Matrix } from '../../math/matrix';
import type { KernelExports } from './exports';
import type { Scratch } from './scratch';
import { roundUp } from './tiles/tile';

const ROW_WIDTH = 6;
const COLUMN_WIDTH = 4;
/** Rows of the left side, and steps of the inner dimension, that are held at once. */
const ROWS = 96;
const INNER = 512;

/** Copies a block of a matrix, from row and column on, as doubles with rows of `width`; what is beyond is zero. */
function place(
  { cols, data }: Matrix,
  [firstRow, rows]: readonly [number, number],
  [firstCol, wanted]: readonly [number, number],
  to: Float64Array,
  width: number,
): void {
  if (wanted < width) to.fill(0);
  for (let r = 0; r < rows; r++) {
    const from = (firstRow + r) * cols + firstCol;
    to.set(data.subarray(from, from + wanted), r * width);
  }
}

/** a · b in double precision, in blocks of rows and of the inner dimension; in the first numbers of `room` where given. */
export function multiply(
  e: KernelExports,
  scratch: Scratch,
  a: Matrix,
  b: Matrix,
  room?: Float64Array,
): Matrix<Float64Array> {
  const inner = a.cols;
  const width = roundUp(b.cols, COLUMN_WIDTH);
  const panelled = roundUp(Math.min(ROWS, a.rows), ROW_WIDTH);
  const out = room?.subarray(0, a.rows * b.cols) ?? new Float64Array(a.rows * b.cols);
  const steps = Math.min(INNER, inner);
  const at = scratch.regions({
    left: panelled * steps * 8,
    leftPanels: panelled * steps * 8,
    right: steps * width * 8,
    rightPanels: steps * width * 8,
    sums: panelled * width * 8,
  });
  for (let k = 0; k < inner; k += INNER) {
    const depth = Math.min(INNER, inner - k);
    place(b, [k, depth], [0, b.cols], scratch.doubles(at.right, depth * width), width);
    e.packRightHandSide(at.right, depth, width, at.rightPanels);
    for (let r = 0; r < a.rows; r += ROWS) {
      const rows = Math.min(ROWS, a.rows - r);
      place(a, [r, rows], [k, depth], scratch.doubles(at.left, rows * depth), depth);
      e.packDoubles(at.left, rows, depth, at.leftPanels, ROW_WIDTH);
      const sums = scratch.doubles(at.sums, panelled * width);
      if (k === 0) sums.fill(0);
      else place({ rows: a.rows, cols: b.cols, data: out }, [r, rows], [0, b.cols], sums, width);
      const panels = Math.ceil(rows / ROW_WIDTH);
      e.multiplyDoubles(
        at.leftPanels,
        panels,
        at.rightPanels,
        width / COLUMN_WIDTH,
        depth,
        at.sums,
        width * 8,
      );
      for (let i = 0; i < rows; i++) {
        out.set(sums.subarray(i * width, i * width + b.cols), (r + i) * b.cols);
      }
    }
  }
  return { rows: a.rows, cols: b.cols, data: out };
}
