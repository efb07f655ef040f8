/** What storage may not take, in the order of the sentence that says so. */
export const UNKEPT = ['files', 'embeddings', 'thumbnails', 'encoder', 'history', 'results'] as const;

/** Something that is there now and will not be at the next visit. */
export interface NotKept {
  readonly what: (typeof UNKEPT)[number];
  /** A sentence: what is wrong with storage and what to do. */
  readonly why: string;
}
