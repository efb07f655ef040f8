import fc from 'fast-check';
import { zipSync } from 'fflate';
import { makeTar } from '../../src/dataset/sources/fixtures/make-tar';
import { damaged, nastyObject, nastyText } from './hostile';

/** Archives that are made to do harm, or are almost in order. */

const nastyPaths = fc.oneof(
  fc.constantFrom(
    '../../a.jpg',
    '/etc/a.jpg',
    'C:\\a.jpg',
    'a/../b.jpg',
    '__proto__/constructor.jpg',
    '.jpg',
    'a.jpg/',
    'a.jpg\u0000.txt',
  ),
  nastyText.map((text) => `${text.slice(0, 100)}.jpg`),
);

/** A zip of pictures, with tricks in its paths or damage anywhere. */
export const pictureZips = fc
  .array(fc.tuple(nastyPaths, fc.uint8Array({ maxLength: 60 }), fc.constantFrom(0, 9)), {
    minLength: 1,
    maxLength: 4,
  })
  .map((entries) =>
    zipSync(
      Object.fromEntries(entries.map(([path, bytes, level]) => [path, [bytes, { level: level as 0 | 9 }]])),
    ),
  )
  .chain((zip) => fc.oneof(fc.constant(Uint8Array.from(zip)), damaged([zip])));

/** A tar of pictures and texts beside them, with tricks in its names and sizes, or damage anywhere. */
export const pictureTars = fc
  .array(
    fc.tuple(
      fc.oneof(nastyPaths, fc.constantFrom('0.jpg', '0.txt', '0.json', '../0.txt', '__proto__.jpg')),
      fc.oneof(nastyText, nastyObject),
      fc.constantFrom('0', '0', '0', 'x', 'L', '5', '2', 'g', '\0'),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((files) => makeTar(files))
  .chain((tar) => fc.oneof(fc.constant(tar), damaged([tar])));

/**
 * A zip of some of the files, by tricky paths or their own names, with damage anywhere.
 * @param sound files by name
 */
export const zipsOf = (sound: ReadonlyMap<string, Uint8Array>): fc.Arbitrary<Uint8Array<ArrayBuffer>> =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...sound),
        fc.oneof(fc.constantFrom('', 'a/', '../', '/', '__MACOSX/', '__proto__/', '.'), nastyText),
        fc.constantFrom(0, 9),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((entries) =>
      zipSync(
        Object.fromEntries(
          entries.map(([[name, bytes], folder, level]) => [
            `${folder.slice(0, 100)}${name}`,
            [bytes, { level: level as 0 | 9 }],
          ]),
        ),
      ),
    )
    .chain((zip) => fc.oneof(fc.constant(Uint8Array.from(zip)), damaged([zip])));
