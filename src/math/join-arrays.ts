/** Arrays of numbers, end to end. */
export function joinArrays<A extends Uint8Array | Uint32Array | Float32Array | Float64Array>(
  parts: readonly A[],
  empty: new (length: number) => A,
): A {
  const out = new empty(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
