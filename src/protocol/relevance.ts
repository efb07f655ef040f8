/** Which pictures are right for a caption: its own, or also those that people judged to be right in Karpathy's test split of COCO. */
export const RELEVANCES = ['own', 'eccv', 'cxc'] as const;
export type Relevance = (typeof RELEVANCES)[number];
