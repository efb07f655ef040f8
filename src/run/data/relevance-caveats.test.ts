import { expect, test } from 'vitest';
import { madeUpInput } from '../../../tests/support/cells';
import { sideNamesOf, TEXT_AND_IMAGE } from '../../protocol/side-names';
import { qrelsFrom } from '../../retrieval/ranks/qrels';
import { relevanceCaveats } from './relevance-caveats';

const input = madeUpInput(4, 4, 2);

test('one image for each text needs no word', () => {
  expect(relevanceCaveats(input, TEXT_AND_IMAGE)).toEqual([]);
});

test('texts without an image, and images without a text are told; grades need no word', () => {
  const pairs = { queries: Uint32Array.of(0, 0, 1), items: Uint32Array.of(0, 1, 1) };
  const qrels = qrelsFrom({ ...pairs, grades: Float32Array.of(1, 2, 1) }, 4, 4);
  const [unanswered, distractors, ...others] = relevanceCaveats({ ...input, qrels }, TEXT_AND_IMAGE);
  expect(unanswered).toMatch(/^2 of the 4 captions have no right picture/);
  expect(distractors).toMatch(/^2 of the 4 pictures have no caption/);
  expect(others).toEqual([]);
  const [same] = relevanceCaveats({ ...input, qrels }, sideNamesOf('text', 'text'));
  expect(same).toBe(
    '2 of the 4 query texts have no right corpus text: they are not asked as queries, and stay in the gallery of ' +
      'corpus text→query text as distractors.',
  );
});
