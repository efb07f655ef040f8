import { expect, test } from 'vitest';
import { embeddingOutput } from './output';

test('projected embeddings are taken before pooled ones', () => {
  expect(embeddingOutput(['last_hidden_state', 'pooler_output', 'image_embeds'], 'image_embeds')).toBe(
    'image_embeds',
  );
  expect(embeddingOutput(['last_hidden_state', 'pooler_output'], 'text_embeds')).toBe('pooler_output');
});

test('a graph without embeddings is rejected, and its outputs are listed', () => {
  expect(() => embeddingOutput(['logits', 'image_embeds'], 'text_embeds')).toThrow(
    'only logits, image_embeds',
  );
});
