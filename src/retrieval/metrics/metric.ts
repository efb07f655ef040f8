/** A metric of one ranked list: what each relevant item adds, over the best sum possible. */
export interface Metric {
  /** As in exported files, before "@K". */
  readonly name: string;
  readonly label: string;
  /** What it says in words, where its label alone does not. */
  readonly meaning?: string;
  /** Whether only the first relevant item counts, or each. */
  readonly counts: 'first' | 'each';
  /** Whether a gain is multiplied by the grade of its item; `ideal` is that of equal grades. */
  readonly graded?: true;
  /**
   * What a relevant item adds at this rank (1 = best), with so many relevant ones ahead of it, as long as the rank is
   * within K.
   */
  gain(rank: number, ahead: number): number;
  /** The largest sum of gains for so many relevant items within K. */
  ideal(relevant: number, k: number): number;
}
