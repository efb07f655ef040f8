import { expect, test } from 'vitest';
import type { Filter } from './filters';
import { picture, sha256 } from './fixtures/picture';
import pixels from './fixtures/pixels.json';
import { padWithBlack, resize } from './resample';

test.each(pixels)(
  'resizing $size to $to by $filter gives Pillow’s bytes',
  ({ size, to, filter, sha256: wanted }) => {
    const resized = resize(picture(size[0], size[1]), to[0], to[1], filter as Filter);
    expect([resized.width, resized.height]).toEqual(to);
    expect(sha256(resized.data)).toBe(wanted);
  },
);

test.each([
  [90, 70, 'bicubic'],
  [30, 20, 'lanczos'],
  [30, 70, 'bilinear'],
  [90, 20, 'box'],
  [50, 20, 'bicubic'],
  [50, 60, 'bicubic'],
  [30, 60, 'bicubic'],
  [31, 23, 'nearest'],
] as const)(
  'resizing to %d × %d by %s gives a part the same bytes as the whole picture has there',
  (width, height, filter) => {
    const image = picture(50, 60);
    const whole = resize(image, width, height, filter);
    const part = { left: 7, top: 5, width: 21, height: 13 };
    const { data } = resize(image, width, height, filter, part);
    for (let y = 0; y < part.height; y++) {
      const from = ((part.top + y) * width + part.left) * 3;
      const row = whole.data.slice(from, from + part.width * 3);
      expect([...data.slice(y * part.width * 3, (y + 1) * part.width * 3)]).toEqual([...row]);
    }
  },
);

test('a padded picture keeps its bytes and has zeros around', () => {
  const { data } = padWithBlack(
    { width: 1, height: 2, data: Uint8Array.of(1, 2, 3, 4, 5, 6) },
    { left: 1, top: 0, width: 2, height: 3 },
  );
  expect([...data]).toEqual([0, 0, 0, 1, 2, 3, 0, 0, 0, 4, 5, 6, 0, 0, 0, 0, 0, 0]);
});
