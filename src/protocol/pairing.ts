/** How captions and pictures become pairs (PROTOCOL §1). */
export const PAIRINGS = ['one', 'all', 'reference'] as const;
export type Pairing = (typeof PAIRINGS)[number];
