import { expect, test } from 'vitest';
import { InputError } from '../../lib/errors';
import { parseContextLength } from './context-length';

test.each([
  ['{"text_config": {"max_position_embeddings": 32}, "model_type": "clip"}', '{"model_max_length": 77}', 32],
  ['{"text_config": {"hidden_size": 512}, "model_type": "clip"}', '{}', 77],
  ['{"text_config": {"model_type": "siglip_text_model"}, "model_type": "siglip"}', '{}', 64],
  ['{"model_type": "other"}', '{"model_max_length": 40}', 40],
])('of %s and %s the context is %d', (config, tokenizerConfig, context) => {
  expect(parseContextLength(config, tokenizerConfig)).toBe(context);
});

test.each([
  ['{}', '{}'],
  ['{"text_config": 77}', '{"model_max_length": 1e30}'],
  ['{"text_config": {"max_position_embeddings": "77"}}', '{"model_max_length": 77}'],
  ['{"text_config": {"max_position_embeddings": 1}}', '{}'],
])('of %s and %s no context can be read', (config, tokenizerConfig) => {
  expect(() => parseContextLength(config, tokenizerConfig)).toThrow(InputError);
  expect(() => parseContextLength(config, tokenizerConfig)).toThrow('text_config.max_position_embeddings');
});

test.each(['', '[]', '<!doctype html>'])('%j is not a configuration', (text) => {
  expect(() => parseContextLength(text, '{}')).toThrow('config.json');
});
