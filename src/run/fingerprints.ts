import { sha256 } from '../lib/sha256';
import type { EvaluationInput } from '../sweep/plan/input';

/** What tells the items of each side from others, in the order of the rows: texts and the SHA-256 of pictures, or ids. */
export interface Contents {
  readonly texts: readonly unknown[];
  readonly images: readonly unknown[];
}

/** Pages that are not served securely have no SHA-256, and their runs no fingerprints. */
const canHash = (): boolean => globalThis.crypto?.subtle !== undefined;

/** Threads may share the numbers, which are then copied, because a browser does not hash memory that may change. */
const hashOfNumbers = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Promise<string> =>
  sha256(new Uint8Array(buffer, byteOffset, byteLength).slice());

const hashOfJson = (value: unknown): Promise<string> =>
  sha256(new TextEncoder().encode(JSON.stringify(value)));

/**
 * The fingerprint of a run's data: two runs have the same one where they ask the same queries of the same items, in the same
 * order, with the same judgements. Undefined where nothing tells the items from others.
 */
export async function dataFingerprint(
  contents: Contents | null,
  { qrels, same }: Pick<EvaluationInput, 'qrels' | 'same'>,
): Promise<string | undefined> {
  if (!contents || !canHash()) return undefined;
  const { offsets, items, grades } = qrels;
  const judgements = [offsets, items, grades, same?.queries, same?.items].map(async (part) =>
    part ? await hashOfNumbers(part) : null,
  );
  return hashOfJson([contents.texts, contents.images, ...(await Promise.all(judgements))]);
}

/** The fingerprint of a run's vectors, of every dimension that they came in: equal where they are, bit for bit. */
export async function vectorsFingerprint(
  input: Pick<EvaluationInput, 'text' | 'image' | 'given'>,
): Promise<string | undefined> {
  if (!canHash()) return undefined;
  const all = Object.values(input.given ?? { base: input }).flatMap(({ text, image }) => [text, image]);
  return hashOfJson(
    await Promise.all(
      all.map(async ({ rows, cols, data }) => [rows, cols, data.constructor.name, await hashOfNumbers(data)]),
    ),
  );
}
