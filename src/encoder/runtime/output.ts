import { InputError } from '../../lib/errors';

/**
 * The output of a graph that holds its embeddings: the projected ones where the export has them, else the pooled ones, which are the
 * embeddings of models without a projection (SigLIP).
 * @throws InputError that lists what the graph has instead
 */
export function embeddingOutput(
  outputs: readonly string[],
  projected: 'image_embeds' | 'text_embeds',
): string {
  const found = [projected, 'pooler_output'].find((name) => outputs.includes(name));
  if (found === undefined) {
    throw new InputError(
      `The model must give ${projected} or pooler_output; it gives ${outputs.join(', ')}. Choose an export with embeddings.`,
    );
  }
  return found;
}
