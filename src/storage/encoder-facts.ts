import { get, set } from 'idb-keyval';
import * as v from 'valibot';
import { encoderFactsSchema, type EncoderFacts } from '../protocol/conformance';
import { openStore } from './database';

/** What was found of encoders when they were loaded, by their identity. */
const store = openStore({ name: 'encoders', version: 1 });

export const saveEncoderFacts = (identity: string, facts: EncoderFacts): Promise<void> =>
  set(identity, facts, store);

export async function readEncoderFacts(identity: string): Promise<EncoderFacts | undefined> {
  const { success, output } = v.safeParse(encoderFactsSchema, await get(identity, store));
  return success ? output : undefined;
}
