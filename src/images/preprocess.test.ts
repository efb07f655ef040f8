import { expect, test } from 'vitest';
import { parseImageConfig } from './config';
import configs from './fixtures/image_configs.json';
import { picture, sha256 } from './fixtures/picture';
import { normalise, resizeAndCrop } from './preprocess';

const cases = configs.flatMap(({ name, config, pictures }) =>
  pictures.map(({ size, shape, pixels }) => ({ name, config, size, shape, pixels })),
);

test.each(cases)(
  'pixel values of $size by “$name” are transformers’ to the bit',
  ({ config, size, shape, pixels }) => {
    const image = parseImageConfig(JSON.stringify(config));
    const prepared = resizeAndCrop(picture(size[0], size[1]), image);
    expect([3, prepared.height, prepared.width]).toEqual(shape);
    expect([image.height, image.width]).toEqual(shape.slice(1));
    const values = new Float32Array(3 * prepared.width * prepared.height + 1);
    normalise(prepared, image, values, 1);
    expect(sha256(new Uint8Array(values.buffer, 4))).toBe(pixels);
  },
);
