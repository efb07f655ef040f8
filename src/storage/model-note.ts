import * as v from 'valibot';
import type { StoredFile } from '../encoder/download/model-store';

/** What is written beside a stored file of a model. */
export type ModelNote = Omit<StoredFile, 'bytes'>;

const schema: v.GenericSchema<unknown, ModelNote> = v.object({
  url: v.string(),
  name: v.string(),
  model: v.string(),
  total: v.nullable(v.number()),
  validator: v.nullable(v.string()),
  sha256: v.nullable(v.string()),
  stored: v.string(),
});

export function writeNote({ url, name, model, total, validator, sha256, stored }: ModelNote): string {
  const note: ModelNote = { url, name, model, total, validator, sha256, stored };
  return JSON.stringify(note);
}

/** A note that this page wrote; undefined where it is malformed, as after a crash while it was written. */
export function parseNote(text: string | undefined): ModelNote | undefined {
  try {
    return text ? v.parse(schema, JSON.parse(text)) : undefined;
  } catch {
    return undefined;
  }
}
