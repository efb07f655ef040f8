import { InputError } from '../../lib/errors';

/**
 * The name of the graph output that holds the embeddings: the projected ones where the export has them, else the pooled ones, which
 * are the embeddings of models without a projection (SigLIP).
 * @throws InputError that lists the outputs of a graph with neither
 */
export function embeddingOutput(
  outputs: readonly string[],
  projected: 'image_embeds' | 'text_embeds',
): string {
  const found = [projected, 'pooler_output'].find((name) => outputs.includes(name));
  if (found === undefined) {
    throw new InputError(
      `The model has no output named ${projected} or pooler_output, only ${outputs.join(', ')}. Choose an export that outputs embeddings.`,
    );
  }
  return found;
}
