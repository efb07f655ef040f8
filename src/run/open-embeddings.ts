import { readEmbeddings } from '../dataset/formats/read-embeddings';
import { InputError } from '../lib/errors';
import { getBlob } from '../net/fetch';
import { inputFromArrays } from '../sweep/plan/input';
import type { RunContext, RunRequest } from './request';
import type { Vectors } from './vectors';

/**
 * Reads vectors made elsewhere from an .npz.
 * @throws InputError where there is none or it is malformed, FetchError where its host does not serve it
 */
export async function openEmbeddings(
  { choices: { npzUrl }, files: { npz } }: RunRequest,
  { ports, emit, signal, network }: RunContext,
): Promise<Vectors> {
  if (!npzUrl && !npz)
    throw new InputError('There is no .npz yet. Drop one on the page or enter its address.');
  const blob = npzUrl ? await getBlob(ports.browser.absolute(npzUrl), signal, network) : npz!;
  const { given, imageOf } = readEmbeddings(new Uint8Array(await blob.arrayBuffer()));
  const input = inputFromArrays(given, imageOf);
  const distractors = input.image.rows - new Set(imageOf).size;
  if (distractors > 0) emit({ kind: 'caveat', sentence: distractorCaveat(distractors, input.image.rows) });
  return {
    input,
    data: {
      label: npzUrl || npz!.name,
      pairing: null,
      samplesAsked: null,
      samples: input.text.rows,
      texts: input.text.rows,
      images: input.image.rows,
      leftOut: [],
    },
    device: { name: 'none: the embeddings were given', adapter: null, threads: 1 },
  };
}

function distractorCaveat(distractors: number, images: number): string {
  return (
    `${distractors} of the ${images} images have no text: they stay in the gallery as distractors, ` +
    'and image→text is measured without them.'
  );
}
