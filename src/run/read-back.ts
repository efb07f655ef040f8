import { stack } from '../embeddings/embedded';
import { keysOf, type Modality } from '../embeddings/key';
import { InputError } from '../lib/errors';
import { sha256 } from '../lib/sha256';
import type { Matrix32 } from '../math/matrix';
import type { RowNames } from '../protocol/row-names';
import type { RunRecord } from '../protocol/run-record';
import type { Qrels } from '../retrieval/ranks/qrels';
import type { EvaluationInput } from '../sweep/plan/input';
import { sharedInput } from '../sweep/plan/shared-input';
import { vectorsFingerprint } from './fingerprints';
import { keepVectors } from './embed/keep-vectors';
import { openEmbeddings } from './data/open-embeddings';
import { recordedIdentity } from './recorded-identity';
import type { RunContext, RunRequest } from './request';

/** What is known of a run that ended at an earlier visit. */
export interface EndedRun {
  readonly record: RunRecord;
  readonly names: RowNames;
  /** What is relevant to each text. */
  readonly qrels: Qrels;
  /** SHA-256 of its pictures by file name. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** Vectors that are asked of storage at a time. */
const AT_ONCE = 2048;

/**
 * The vectors of a run that ended at an earlier visit, from storage or, where they were given, from their files again. They are
 * those that were measured, bit for bit.
 * @param request what the run was asked for, with the files that are there now
 * @throws InputError with a sentence where they are not there any more, and as `openEmbeddings` does
 */
export async function readBack(
  run: EndedRun,
  request: RunRequest,
  context: RunContext,
): Promise<EvaluationInput> {
  const { fingerprint } = run.record.vectors;
  if (fingerprint === undefined) throw new InputError(UNKNOWN);
  const input = run.record.model ? await storedInput(run, context) : await givenInput(request, context);
  if ((await vectorsFingerprint(input)) !== fingerprint) throw new InputError(OTHERS);
  const { allocateShared } = context.ports.threads;
  return allocateShared ? sharedInput(input, allocateShared) : input;
}

const UNKNOWN =
  'The vectors of this run cannot be found again: an older version of this page kept it, or the page was not served securely.';
const OTHERS =
  'The vectors that are here now are not those that this run measured: its files have changed, or stored embeddings were made again.';
const NOT_HERE = 'The file with the vectors of this run is not here any more: drop it on this page.';

const missing = (lost: number, all: number) =>
  `${lost} of the ${all} embeddings of this run are not stored in this browser any more.`;

async function givenInput(request: RunRequest, context: RunContext): Promise<EvaluationInput> {
  const { choices, files } = request;
  if (choices.npzUrl === '' && files.vectors.length === 0) throw new InputError(NOT_HERE);
  const silent = { ...context, emit: () => undefined };
  return (await openEmbeddings(request, silent)).input;
}

async function storedInput(
  { record, names, qrels, pictures }: EndedRun,
  context: RunContext,
): Promise<EvaluationInput> {
  const identity = recordedIdentity(record);
  const { captions, fileNames } = names;
  if (!identity || !captions || !fileNames) throw new InputError(UNKNOWN);
  const cache = keepVectors(context);
  const hashes = {
    text: await Promise.all(captions.map((caption) => sha256(new TextEncoder().encode(caption)))),
    // A picture without a hash is of no stored vector.
    image: fileNames.map((name) => pictures.get(name) ?? ''),
  };
  const found = async (modality: Modality) => {
    const keys = hashes[modality].map(keysOf(identity, modality));
    const vectors: (Float32Array | undefined)[] = [];
    for (let at = 0; at < keys.length; at += AT_ONCE) {
      vectors.push(...(await cache.getMany(keys.slice(at, at + AT_ONCE))));
      context.signal.throwIfAborted();
    }
    return vectors;
  };
  const [text, image] = [await found('text'), await found('image')];
  const lost = [...text, ...image].filter((vector) => vector === undefined).length;
  if (lost > 0) throw new InputError(missing(lost, text.length + image.length));
  const whole = (vectors: readonly (Float32Array | undefined)[]): Matrix32 => stack(vectors).vectors;
  return { text: whole(text), image: whole(image), qrels };
}
