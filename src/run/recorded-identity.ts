import type { EncoderIdentity } from '../embeddings/key';
import type { RunRecord } from '../protocol/run-record';

/** By what the vectors of a recorded run are stored; null where its record, of an older version, does not tell. */
export function recordedIdentity({ model }: Pick<RunRecord, 'model'>): EncoderIdentity | null {
  if (model?.source === undefined || model.runtime === undefined || model.processor === undefined)
    return null;
  const { source, revision, dtype, processor, runtime, preprocessing } = model;
  return { model: source, revision, dtype, device: processor, runtime, preprocessing: Number(preprocessing) };
}
