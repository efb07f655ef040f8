/** The two directions of retrieval, in the order in which they are computed and shown. */
export const DIRECTIONS = ['textToImage', 'imageToText'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** The side that a direction's queries come from, and the side that is its gallery. */
export const SIDES = {
  textToImage: { query: 'text', gallery: 'image' },
  imageToText: { query: 'image', gallery: 'text' },
} as const;

/** The direction in which the other side asks. */
export const OPPOSITE: Readonly<Record<Direction, Direction>> = {
  textToImage: 'imageToText',
  imageToText: 'textToImage',
};

/** Something of each direction. */
export const inBoth = <T>(make: (direction: Direction) => T): Record<Direction, T> => ({
  textToImage: make('textToImage'),
  imageToText: make('imageToText'),
});
