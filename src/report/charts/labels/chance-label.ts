import type { Box, TextPlace } from './place-labels';

/** Where the words about chance stand: at the right end of its line, above it. */
export const chanceLabelPlace = (area: Box, level: number): TextPlace => ({
  x: area.x + area.width - 4,
  y: level - 10,
  anchor: 'end',
});
