/** Rows of results, as the page's files have them. */
export type Rows = readonly Readonly<Record<string, unknown>>[];

/** How the results of two browsers differ: values that were compared, those of recall among them, and the columns that differ. */
export interface Comparison {
  readonly values: number;
  readonly recalls: number;
  readonly different: readonly string[];
}

/** What a clock has measured is not compared. */
const TIMED = /time|queries_per_second/;
const RECALL = /_recall@\d+$/;
/** Bounds of intervals are sums, which builds of the kernels add in another order. */
const ROUNDING = 1e-9;
/** Losses are told from fp32, where kernels with fused multiply-add put some cosines that are almost equal in another order. */
const ROUNDING_OF_LOSSES = 1e-4;

/**
 * Compares two results row by row, all columns but those of time.
 * @throws Error where they do not have the same rows
 */
export function compareRows(a: Rows, b: Rows): Comparison {
  const names = (rows: Rows) => rows.map(({ experiment }) => experiment).join();
  if (names(a) !== names(b)) throw new Error('The two browsers have different rows.');
  const columns = Object.keys(a[0]).filter((name) => !TIMED.test(name));
  const isDifferent = (name: string) => {
    const tolerance = name.includes('_loss_') ? ROUNDING_OF_LOSSES : ROUNDING;
    return a.some((row, i) => differ(row[name], b[i][name], tolerance));
  };
  return {
    values: a.length * columns.length,
    recalls: a.length * columns.filter((name) => RECALL.test(name)).length,
    different: columns.filter(isDifferent),
  };
}

const differ = (one: unknown, other: unknown, tolerance: number): boolean =>
  typeof one === 'number' && typeof other === 'number' ? Math.abs(one - other) > tolerance : one !== other;
