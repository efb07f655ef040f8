import { expect, test } from 'vitest';
import { InputError } from '../errors';
import { parseContext, parseImageConfig } from './config';

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

test('sizes as numbers and as objects, old and new, are the same configuration', () => {
  const config = parse({});
  expect(config).toEqual({
    shortEdge: 224,
    crop: 224,
    filter: 'bicubic',
    mean: CLIP.image_mean,
    std: CLIP.image_std,
  });
  expect(parse({ size: { shortest_edge: 224 }, crop_size: { height: 224, width: 224 } })).toEqual(config);
  expect(parse({ do_rescale: true, rescale_factor: 0.00392156862745098 })).toEqual(config);
});

test('Pillow’s 2 is bilinear, and bicubic is what an absent filter means', () => {
  expect(parse({ resample: 2 }).filter).toBe('bilinear');
  expect(parse({ resample: undefined }).filter).toBe('bicubic');
});

test.each<[string, object]>([
  ['do_resize', { do_resize: false }],
  ['do_center_crop', { do_center_crop: false }],
  ['do_normalize', { do_normalize: false }],
  ['do_rescale', { do_rescale: false }],
  ['rescale_factor', { rescale_factor: 1 / 127.5 }],
  ['rescale_factor', { rescale_factor: 'small' }],
  ['resample', { resample: 0 }],
  ['resample', { resample: 'bicubic' }],
  ['size', { size: undefined }],
  ['size', { size: 0 }],
  ['size', { size: 224.5 }],
  ['size', { size: { longest_edge: 224 } }],
  ['size', { size: { height: 224, width: 224 } }],
  ['crop_size', { crop_size: null }],
  ['crop_size', { crop_size: { height: 224, width: 200 } }],
  ['crop_size', { size: 200 }],
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
  expect(() => parseContext(text)).toThrow(InputError);
  expect(() => parseContext(text)).toThrow('config.json');
});

test('the context is the text side’s number of positions; a text side that says none has CLIP’s 77', () => {
  expect(parseContext('{"text_config": {"max_position_embeddings": 64}}')).toBe(64);
  expect(parseContext('{"text_config": {"hidden_size": 512}}')).toBe(77);
});

test.each([
  '{}',
  '{"text_config": 77}',
  '{"text_config": {"max_position_embeddings": "77"}}',
  '{"text_config": {"max_position_embeddings": 1}}',
])('a context that cannot be read is named: %s', (text) => {
  expect(() => parseContext(text)).toThrow(InputError);
  expect(() => parseContext(text)).toThrow('text_config.max_position_embeddings');
});
