/** What the rows of a run are called, where that is known: an entry for each row. */
export interface RowNames {
  readonly textIds?: readonly (number | string)[];
  readonly captions?: readonly string[];
  readonly imageIds?: readonly (number | string)[];
  /** What gallery items say, where they are texts too. */
  readonly itemTexts?: readonly string[];
  readonly fileNames?: readonly string[];
}
