/** The reference's cut-off. */
const REFERENCE_K = 10;

/** The cut-off that the reference's columns carry and the finding tells, as its place in ks: 10, else the first. */
export function primaryKIndex(ks: readonly number[]): number {
  return Math.max(0, ks.indexOf(REFERENCE_K));
}
