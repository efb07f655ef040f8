/** 0 … rows − 1 as `count` neighbouring blocks [from, to) of about the same length, none of them empty. */
export function blocks(rows: number, count: number): (readonly [number, number])[] {
  const parts = Math.min(rows, Math.max(1, Math.ceil(count)));
  return Array.from({ length: parts }, (_, i) => [
    Math.floor((i * rows) / parts),
    Math.floor(((i + 1) * rows) / parts),
  ]);
}
