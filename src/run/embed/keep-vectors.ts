import { KeptVectors } from '../../embeddings/kept-vectors';
import { messageOf } from '../../lib/errors';
import type { RunContext } from '../request';

/** The cache of a run. Storage that fails never ends a run: what is not kept is said. */
export const keepVectors = ({ ports: { storage }, emit }: RunContext): KeptVectors =>
  new KeptVectors(storage.vectors, storage.visit, (error) => {
    const why = messageOf(error);
    emit({ kind: 'not-kept', what: 'embeddings', why });
    emit({ kind: 'caveat', sentence: `Embeddings are kept only until this page is closed. ${why}` });
  });

/** Says what became of stored vectors while a run went on. */
export async function reportKept(vectors: KeptVectors, { emit }: RunContext): Promise<void> {
  const { damaged } = vectors;
  if (damaged > 0) {
    emit({
      kind: 'notice',
      sentence: `${embeddings(damaged)} stored in this browser could not be read (damaged, or of an older version of this page): dropped, and made again where this run needs them.`,
    });
  }
  const lost = await vectors.countLost();
  if (lost > 0) {
    emit({
      kind: 'caveat',
      sentence: `${embeddings(lost)} of this run were deleted from this browser’s storage while it went on, by another tab or by the browser. The results are complete; the next run makes them again.`,
    });
  }
}

const embeddings = (count: number): string => `${count} embedding${count === 1 ? '' : 's'}`;
