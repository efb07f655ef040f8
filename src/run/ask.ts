import { bytesOf } from '../lib/bytes';
import { abortable } from '../net/abortable';
import { DecodePool } from './encoder/decode-pool';
import { InputError } from '../lib/errors';
import type { RunRecord } from '../protocol/run-record';
import { openEncoder } from './encoder/open-encoder';
import type { RunContext, RunRequest } from './request';

/** A sentence or a picture that need not be an item of the run. */
export type Asked = { readonly text: string } | { readonly picture: Blob };

/**
 * The unit vector (base dimension) of what is asked, by the model that a run was asked for, which is loaded where it is not.
 * The same sentence or picture has the same vector as in the run.
 * @throws InputError where that model is not the one that the record names any more; PictureError where the picture cannot be decoded; FetchError or DeviceError where the model cannot be loaded; what
 * the context's signal was aborted with
 */
export async function encodeAsked(
  asked: Asked,
  request: RunRequest,
  { model }: Pick<RunRecord, 'model'>,
  context: RunContext,
): Promise<Float32Array> {
  const { signal, ports } = context;
  const opened = await abortable(openEncoder(request, context), signal);
  const { revision, dtype } = opened.identity;
  if (model && (model.revision !== revision || model.dtype !== dtype)) throw new InputError(OTHER_MODEL);
  const { thread, image } = await abortable(opened.load(), signal);
  const ended = AbortSignal.any([signal, thread.died]);
  if ('text' in asked) return (await abortable(thread.remote.embedTexts([asked.text]), ended)).data;
  const decoders = new DecodePool(ports.threads.startDecoder, 1);
  try {
    const { picture } = await abortable(decoders.prepare(await bytesOf(asked.picture), image), signal);
    return (await abortable(thread.remote.embedPrepared([picture]), ended)).data;
  } finally {
    decoders.terminate();
  }
}

const OTHER_MODEL =
  'The model that would encode it is not the one of this run: its files have changed since. Run again to ask.';
