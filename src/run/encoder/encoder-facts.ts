import { messageOf } from '../../lib/errors';
import type { EncoderFacts } from '../../protocol/conformance';
import type { RunContext } from '../request';

/** What was found of an encoder, during this visit or an earlier one; undefined where unknown. Storage that fails is said. */
export async function readFacts(
  identity: string,
  { ports: { encoderSlot, storage }, emit }: RunContext,
): Promise<EncoderFacts | undefined> {
  const known = encoderSlot.facts.get(identity);
  if (known) return known;
  try {
    return await storage.readEncoderFacts(identity);
  } catch (error) {
    const sentence = `What the check of this encoder found at an earlier visit cannot be read. ${messageOf(error)}`;
    emit({ kind: 'caveat', sentence });
    return undefined;
  }
}

/** Keeps what was found: for this visit and, where storage works, for later ones. */
export async function keepFacts(
  identity: string,
  facts: EncoderFacts,
  { ports: { encoderSlot, storage }, emit }: RunContext,
): Promise<void> {
  encoderSlot.facts.set(identity, facts);
  try {
    await storage.saveEncoderFacts(identity, facts);
  } catch (error) {
    emit({ kind: 'not-kept', what: 'encoder', why: messageOf(error) });
  }
}
