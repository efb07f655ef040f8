import { expect, test } from 'vitest';
import { eventsOf, fakePorts, filesOf, requestOf } from '../../tests/support/fake-ports';
import { writeNpz } from '../lib/npy/npz';
import { DEFAULT_RETRY_POLICY } from '../net/retry-policy';
import type { RunEvent } from './events';
import { readBack, type EndedRun } from './read-back';
import type { RunContext, RunRequest } from './request';
import { run } from './run';

/** A run that has ended, with what is kept of it and what it measured. */
async function ended(request: RunRequest, { ports } = fakePorts()) {
  const events: RunEvent[] = [];
  const context: RunContext = {
    ports,
    emit: (event) => events.push(event),
    signal: new AbortController().signal,
    network: DEFAULT_RETRY_POLICY,
  };
  const pictures = new Map<string, string>();
  await run({ ...request, pictureHashes: pictures }, ports, context.emit, context.signal);
  const [{ record, names, input }] = eventsOf(events, 'vectors');
  const kept: EndedRun = structuredClone({ record, names, qrels: input.qrels, pictures });
  return { kept, input, context };
}

test('the vectors of a run are read back from storage as they were measured, and nothing is encoded for them', async () => {
  const fake = fakePorts({ unreadable: ['7'] });
  const { kept, input, context } = await ended(requestOf(filesOf(20)), fake);
  const encoded = fake.seen.encoded.length;
  const again = await readBack(kept, requestOf(filesOf(0)), context);
  expect(again).toEqual(input);
  expect(again.text.rows).toBe(19);
  expect(fake.seen.encoded).toHaveLength(encoded);
});

test('embeddings that are gone are counted', async () => {
  const { kept, context } = await ended(requestOf(filesOf(20)));
  const elsewhere = { ...context, ports: fakePorts().ports };
  await expect(readBack(kept, requestOf(filesOf(0)), elsewhere)).rejects.toThrow(
    '40 of the 40 embeddings of this run are not stored in this browser any more.',
  );
});

test('vectors that were not measured, or of which it is not known, are none of the run', async () => {
  const { kept, context } = await ended(requestOf(filesOf(20)));
  const { record } = kept;
  const withVectors = (fingerprint?: string) => ({
    ...record,
    vectors: { baseDim: record.vectors.baseDim, ...(fingerprint && { fingerprint }) },
  });
  for (const [changed, why] of [
    [withVectors('0'.repeat(64)), /not those that this run measured/],
    [withVectors(), /cannot be found again/],
    [{ ...record, model: { ...record.model!, runtime: undefined } }, /cannot be found again/],
  ] as const) {
    const run = { ...kept, record: changed as typeof record };
    await expect(readBack(run, requestOf(filesOf(0)), context)).rejects.toThrow(why);
  }
});

/** Three texts and their images as unit vectors that are no other's. */
function npz(first: number): File {
  const sides = (seed: number) => ({
    dtype: 'f4' as const,
    shape: [3, 2],
    data: Float32Array.from([0, 1, 2].flatMap((row) => [Math.cos(seed + row), Math.sin(seed + row)])),
  });
  const ground_truth = { dtype: 'i8' as const, shape: [3], data: BigInt64Array.of(0n, 1n, 2n) };
  const bytes = writeNpz({ text_2: sides(first), video_2: sides(9), ground_truth });
  return new File([bytes.slice()], 'vectors.npz');
}

test('given vectors are read from their file again where it is here and still the same', async () => {
  const choices = requestOf(filesOf(0), { data: 'npz', model: 'demo' }).choices;
  const sweep = { ...choices.sweep, dims: [2], candidateSizes: [2, 'all' as const] };
  const request = (vectors: readonly File[]): RunRequest => ({
    choices: { ...choices, sweep },
    files: { ...filesOf(0), captions: null, vectors },
  });
  const { kept, input, context } = await ended(request([npz(1)]));
  expect(kept.record.data.fingerprint, 'nothing tells its rows apart').toBeUndefined();
  expect(await readBack(kept, request([npz(1)]), context)).toEqual(input);
  await expect(readBack(kept, request([]), context)).rejects.toThrow(/is not here any more: drop it/);
  await expect(readBack(kept, request([npz(2)]), context)).rejects.toThrow(/not those that this run/);
});
