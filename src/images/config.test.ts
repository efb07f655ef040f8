import { expect, test } from 'vitest';
import { InputError } from '../lib/errors';
import { parseImageConfig } from './config';

/** As the hub has it for CLIP ViT-B/32. */
const CLIP = {
  crop_size: 224,
  do_center_crop: true,
  do_normalize: true,
  do_resize: true,
  feature_extractor_type: 'CLIPFeatureExtractor',
  image_mean: [0.48145466, 0.4578275, 0.40821073],
  image_std: [0.26862954, 0.26130258, 0.27577711],
  resample: 3,
  size: 224,
};
const parse = (changes: object) => parseImageConfig(JSON.stringify({ ...CLIP, ...changes }));

test('sizes as numbers (old files) and as objects (new files) give the same configuration', () => {
  const config = parse({});
  expect(config).toEqual({
    resize: 'short edge',
    shortEdge: 224,
    width: 224,
    height: 224,
    filter: 'bicubic',
    scale: 1 / 255,
    mean: CLIP.image_mean,
    std: CLIP.image_std,
  });
  expect(parse({ size: { shortest_edge: 224 }, crop_size: { height: 224, width: 224 } })).toEqual(config);
  expect(parse({ do_rescale: true, rescale_factor: 0.00392156862745098 })).toEqual(config);
  expect(parseImageConfig('{}')).toEqual(config);
});

test('a file with an unknown image processor must have size, filter, mean and standard deviation', () => {
  const { size, resample, image_mean, image_std } = CLIP;
  const given = { image_processor_type: 'OtherImageProcessor', resample, image_mean, image_std };
  expect(() => parseImageConfig(JSON.stringify(given))).toThrow('size must be');
  expect(parseImageConfig(JSON.stringify({ ...given, size }))).toMatchObject({
    resize: 'squash',
    to: { width: 224, height: 224 },
  });
  for (const name of ['resample', 'image_mean', 'image_std']) {
    expect(() => parseImageConfig(JSON.stringify({ ...given, size, [name]: undefined }))).toThrow(
      `${name} must be`,
    );
  }
});

test.each<[string, object]>([
  ['do_center_crop', { do_center_crop: false }],
  ['do_center_crop', { do_center_crop: false, do_resize: false }],
  ['rescale_factor', { rescale_factor: 0 }],
  ['rescale_factor', { rescale_factor: 'small' }],
  ['resample', { resample: 6 }],
  ['resample', { resample: -1 }],
  ['resample', { resample: 'bicubic' }],
  ['size', { size: 0 }],
  ['size', { size: 224.5 }],
  ['size', { size: '224' }],
  ['size', { size: { longest_edge: 224 } }],
  ['size', { size: { shortest_edge: 224, longest_edge: 300 } }],
  ['size', { size: { height: 224, width: -1 } }],
  ['crop_size', { crop_size: 0 }],
  ['crop_size', { crop_size: { height: 224 } }],
  ['image_mean', { image_mean: [0.5, 0.5] }],
  ['image_mean', { image_mean: ['0.5', '0.5', '0.5'] }],
  ['image_std', { image_std: 0.5 }],
  ['image_std', { image_std: [0.5, 0, 0.5] }],
])('an unusable %s is named: %j', (field, changes) => {
  expect(() => parse(changes)).toThrow(InputError);
  expect(() => parse(changes)).toThrow(new RegExp(`^preprocessor_config\\.json: ${field} must be`));
});

test.each(['', '<!doctype html>', '[]', 'null', '"text"'])('%j is not a configuration', (text) => {
  expect(() => parseImageConfig(text)).toThrow(InputError);
  expect(() => parseImageConfig(text)).toThrow('preprocessor_config.json');
});
