type Rows = readonly Readonly<Record<string, unknown>>[];

/** How the recall of two visits differs: cells that were compared, those that differ, and the largest difference. */
export interface Comparison {
  readonly cells: number;
  readonly different: number;
  readonly largest: number;
}

const RECALL = /^(t2v|v2t|avg)_recall@\d+$/;

/**
 * Compares the recall columns of two results, row by row.
 * @throws Error where they do not have the same rows
 */
export function compareRecall(a: Rows, b: Rows): Comparison {
  const names = (rows: Rows) => rows.map(({ experiment }) => experiment).join();
  if (names(a) !== names(b)) throw new Error('The two browsers have different rows.');
  const differences = a.flatMap((row, i) =>
    Object.keys(row)
      .filter((name) => RECALL.test(name))
      .map((name) => Math.abs(Number(row[name]) - Number(b[i][name]))),
  );
  return {
    cells: differences.length,
    different: differences.filter((one) => one > 0).length,
    largest: Math.max(0, ...differences),
  };
}
