import type { Direction } from '../../../protocol/direction';

/** What names of files call the directions. */
export const DIRECTION_FILE_NAMES: Readonly<Record<Direction, string>> = {
  textToImage: 'text_to_image',
  imageToText: 'image_to_text',
};
