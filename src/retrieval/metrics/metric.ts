/** A metric of one ranked list: what each relevant item adds, over the best sum possible. */
export interface Metric {
  /** As in exported files, before "@K". */
  readonly name: string;
  readonly label: string;
  /** Whether only the first relevant item counts, or each. */
  readonly counts: 'first' | 'each';
  /** What a relevant item at this rank adds (1 = best), as long as the rank is within K. */
  gain(rank: number): number;
  /** The largest sum of gains for so many relevant items within K. */
  ideal(relevant: number, k: number): number;
}
