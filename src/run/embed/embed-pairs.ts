import { messageOf } from '../../lib/errors';
import type { EncoderFacts } from '../../protocol/conformance';
import { oneRelevantEach, qrelsOfLists } from '../../retrieval/ranks/qrels';
import { embedDataset, type EmbeddedDataset } from './embed-dataset';
import { openEncoder, type OpenedEncoder } from '../encoder/open-encoder';
import type { Pairs } from '../data/open-pairs';
import { FURTHER } from '../data/open-relevance';
import type { RunContext, RunRequest } from '../request';
import type { Vectors } from '../vectors';

/**
 * Embeds pairs with the chosen model. Where `auto` chose WebGPU and it cannot run the model, WebAssembly does, which is
 * said.
 */
export async function embedPairs(pairs: Pairs, request: RunRequest, context: RunContext): Promise<Vectors> {
  const { choices } = request;
  const encoder = await openEncoder(request, context);
  const pictureHashes = request.pictureHashes ?? new Map<string, string>();
  if (encoder.spec.drawnScenes && choices.data !== 'demo') {
    context.emit({ kind: 'caveat', sentence: DRAWN_SCENES_ONLY });
  }
  try {
    const embedded = await embedDataset(pairs.dataset, pairs.pictures, pictureHashes, encoder, context);
    const facts = await encoder.facts();
    context.emit({ kind: 'left-out', items: embedded.leftOut });
    return vectorsOf(pairs, embedded, encoder, facts, { ...request, pictureHashes });
  } catch (error) {
    const mayFallBack = choices.device === 'auto' && encoder.device.device === 'webgpu';
    if (!mayFallBack || (error as Error).name !== 'DeviceError') throw error;
    const sentence = `WebGPU could not run this model (${messageOf(error)}): it runs on WebAssembly instead.`;
    context.emit({ kind: 'caveat', sentence });
    return embedPairs(pairs, { ...request, choices: { ...choices, device: 'wasm' } }, context);
  }
}

const DRAWN_SCENES_ONLY =
  'The demo model knows drawn scenes only: on photographs its results are close to chance.';

function vectorsOf(
  { label, captions, leftOut, origin, rightOf }: Pairs,
  { dataset, text, image, leftOut: failed, batchSizes }: EmbeddedDataset,
  { spec, dtype, identity, device }: OpenedEncoder,
  facts: EncoderFacts | undefined,
  { choices: { pairing, samples, relevance }, pictureHashes }: Required<RunRequest>,
): Vectors {
  const right = rightOf?.(dataset);
  return {
    input: {
      text,
      image,
      qrels: right ? qrelsOfLists(right, image.rows) : oneRelevantEach(dataset.imageOf, image.rows),
    },
    names: {
      textIds: dataset.texts.map(({ id }) => id),
      captions: dataset.texts.map((item) => item.text),
      imageIds: dataset.images.map(({ id }) => id),
      fileNames: dataset.images.map(({ fileName }) => fileName),
    },
    contents: {
      texts: dataset.texts.map((item) => item.text),
      images: dataset.images.map(({ fileName }) => pictureHashes.get(fileName)),
    },
    data: {
      label,
      ...origin,
      ...(right && { furtherPairs: { of: FURTHER[relevance], pairs: right.flat().length - right.length } }),
      pairing,
      samplesAsked: samples,
      samples: dataset.images.length,
      texts: dataset.texts.length,
      images: dataset.images.length,
      leftOut: [...leftOut, ...failed],
      ...captions,
    },
    model: {
      id: spec.id,
      source: spec.baseUrl,
      revision: identity.revision,
      dtype,
      preprocessing: String(identity.preprocessing),
      runtime: identity.runtime,
      processor: identity.device,
      ...(Object.keys(batchSizes).length > 0 && { atOnce: batchSizes }),
    },
    device: {
      name: device.device === 'webgpu' ? 'WebGPU' : 'WebAssembly',
      adapter: device.adapter,
      threads: device.threads,
    },
    ...(facts?.conformance && { conformance: facts.conformance }),
  };
}
