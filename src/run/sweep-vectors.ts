import { SelfTestError } from '../lib/errors';
import { abortable } from '../net/abortable';
import type { Choices } from '../protocol/choices';
import type { RankerChoice } from '../protocol/devices';
import type { SweepConfig } from '../protocol/sweep-config';
import { sweep } from '../sweep/sweep';
import type { Engine } from '../sweep/engine/tools';
import { reorderTexts, summarise, type EvaluationInput } from '../sweep/plan/input';
import { plan } from '../sweep/plan/plan';
import { referenceOrder } from '../sweep/plan/reference-order';
import { sharedInput } from '../sweep/plan/shared-input';
import type { QueryRanks } from '../sweep/results/query-ranks';
import type { SelfTest } from '../sweep/self-test/self-test';
import { ranksBefore } from '../retrieval/ranks/first-relevant';
import type { Evaluators } from './threads';
import { dataFingerprint, vectorsFingerprint } from './fingerprints';
import { fitChoices } from './fit-choices';
import type { RunContext } from './request';
import type { Vectors } from './vectors';

/**
 * Evaluates vectors over all dimensions, precisions and pools that were chosen. No row is computed by code that fails its
 * self-test.
 * @throws SelfTestError where it does, InputError where the vectors do not fit the choices
 */
export async function sweepVectors(
  vectors: Vectors,
  choices: Choices,
  started: string,
  evaluators: Evaluators,
  context: RunContext,
): Promise<void> {
  const { ports, emit, signal } = context;
  const { ranker } = choices;
  const { allocateShared } = ports.threads;
  const input = allocateShared ? sharedInput(vectors.input, allocateShared) : vectors.input;
  const pool = await abortable(evaluators.open(ranker), signal);
  const engineOf = async () =>
    (
      await abortable(
        pool.runOnAll((member) => member.engine()),
        signal,
      )
    )[0];

  const engine = await engineOf();
  const summary = summarise(input);
  const { sweep: config } = fitChoices(choices, summary, context);
  const { baseDim, givenDims } = summary;
  const { data, model, device, conformance } = vectors;
  const [ofData, ofVectors] = await Promise.all([
    dataFingerprint(vectors.contents, vectors.input),
    vectorsFingerprint(vectors.input),
  ]);
  signal.throwIfAborted();
  emit({
    kind: 'vectors',
    input,
    names: vectors.names,
    plannedRows: plan(config, summary).length,
    record: {
      appVersion: ports.appVersion,
      data: { ...data, ...(ofData && { fingerprint: ofData }) },
      vectors: {
        baseDim,
        ...(givenDims && { givenDims }),
        ...(ofVectors && { fingerprint: ofVectors }),
      },
      ...(model && { model }),
      device: { ...device, userAgent: ports.browser.userAgent },
      ...(conformance && { conformance }),
      engine: { kernels: engine.kernels, workers: pool.members.length, gpu: engine.gpu },
      substitutions: [],
      sweep: config,
      started,
      finished: '',
    },
  });
  for (const sentence of engineCaveats(ranker, engine, allocateShared !== null))
    emit({ kind: 'caveat', sentence });

  const selfTest = await abortable(evaluators.selfTest(config), signal);
  emit({ kind: 'self-test', selfTest });
  if (!selfTest.passed) throw new SelfTestError(failureOf(selfTest));

  const order = orderOfTexts(input, config);
  const evaluated = order ? reorderTexts(input, order) : input;
  await abortable(
    pool.runOnAll((member) => member.open(evaluated)),
    signal,
  );
  const sweeping = sweep(summarise(evaluated), config, pool, signal);
  for (;;) {
    // A worker that was ended never answers, so waiting must end with the signal.
    const { done, value } = await abortable(sweeping.next(), signal);
    if (done) break;
    if (value.kind === 'row') emit(value);
    else if (value.kind === 'ranks') emit({ ...value, ranks: inOrderOfData(value.ranks, order) });
    else emit({ kind: 'stage', name: 'sweep', done: value.done, total: value.total, unit: 'queries' });
  }
  const { lost } = await engineOf();
  if (lost) emit({ kind: 'caveat', sentence: lost });
}

/** Where the engine differs from what was chosen. */
function engineCaveats(ranker: RankerChoice, { gpu, kernels }: Engine, sharesMemory: boolean): string[] {
  const sentences = [];
  if (ranker === 'webgpu' && gpu === null) {
    sentences.push(`Ranking on WebGPU was requested but WebGPU is unavailable; using ${kernels}.`);
  }
  if (!sharesMemory) {
    sentences.push(
      'The sweep ran in one thread: threads of this page cannot share memory, because its host does not send the headers COOP and COEP or the browser does not support it.',
    );
  }
  return sentences;
}

function failureOf({ verdicts }: SelfTest): string {
  const failed = verdicts.filter(({ passed }) => !passed);
  return (
    `The self-test failed, so this run has no results: ${failed.length} of ${verdicts.length} checks ` +
    `came out wrong. The first: ${failed[0].sentence}`
  );
}

/** The order in which texts are evaluated where it is the reference's: see `referenceOrder`. Null for that of the data. */
function orderOfTexts(input: EvaluationInput, { pools }: SweepConfig): Uint32Array | null {
  return pools !== 'reference' || input.given ? null : referenceOrder(input.text.rows);
}

/** Ranks whose texts are in the order of the data again. */
function inOrderOfData(ranks: QueryRanks, order: Uint32Array | null): QueryRanks {
  if (!order) return ranks;
  const { textToImage, imageToText } = ranks.ranks;
  return { ...ranks, ranks: { textToImage: ranksBefore(textToImage, order), imageToText } };
}
