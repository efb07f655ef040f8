/** What people judged, as a file has it: entry i says how relevant item itemIds[i] is to query queryIds[i]. */
export interface Judgements {
  readonly queryIds: readonly string[];
  readonly itemIds: readonly string[];
  /** More is more relevant; 0 and less is judged not relevant. */
  readonly grades: readonly number[];
}
