import { joinArrays } from './join-arrays';
import { matrix, type Matrix32 } from './matrix';

/** The rows of matrices of equal width, one after the other; 0 × 0 where there are none. */
export function stackRows(parts: readonly Matrix32[]): Matrix32 {
  if (parts.length === 1) return parts[0];
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const data = joinArrays(
    parts.map((part) => part.data),
    Float32Array,
  );
  return matrix(rows, parts[0]?.cols ?? 0, data);
}
