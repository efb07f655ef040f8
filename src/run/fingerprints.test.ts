import { expect, test } from 'vitest';
import { eventsOf, fakePorts, filesOf, requestOf } from '../../tests/support/fake-ports';
import { matrix } from '../math/matrix';
import { oneRelevantEach } from '../retrieval/ranks/qrels';
import type { RunEvent } from './events';
import { dataFingerprint, vectorsFingerprint } from './fingerprints';
import type { RunRequest } from './request';
import { run } from './run';

const contents = { texts: ['a', 'b'], images: ['x', 'y'] };
const qrels = oneRelevantEach(Uint32Array.of(0, 1), 2);

test('the same items and judgements have the same fingerprint; any other text, picture, order or judgement has another', async () => {
  const own = await dataFingerprint(contents, { qrels });
  expect(own).toMatch(/^[0-9a-f]{64}$/);
  expect(await dataFingerprint(structuredClone(contents), { qrels: structuredClone(qrels) })).toBe(own);
  const grades = Float32Array.of(1, 2);
  const same = { queries: Uint32Array.of(0), items: Uint32Array.of(1) };
  const others = await Promise.all([
    dataFingerprint({ ...contents, texts: ['a', 'c'] }, { qrels }),
    dataFingerprint({ ...contents, images: ['y', 'x'] }, { qrels }),
    dataFingerprint({ texts: ['a'], images: ['b', 'x', 'y'] }, { qrels }),
    dataFingerprint(contents, { qrels: oneRelevantEach(Uint32Array.of(1, 0), 2) }),
    dataFingerprint(contents, { qrels: { ...qrels, grades } }),
    dataFingerprint(contents, { qrels, same }),
  ]);
  expect(new Set([own, ...others]).size).toBe(others.length + 1);
});

test('items that nothing tells from others have no fingerprint', async () => {
  expect(await dataFingerprint(null, { qrels })).toBeUndefined();
});

test('vectors have the same fingerprint in shared memory, and another where one bit or the shape differs', async () => {
  const numbers = Float32Array.of(0.6, 0.8, 1, 0);
  const input = { text: matrix(2, 2, numbers), image: matrix(2, 2, numbers) };
  const own = await vectorsFingerprint(input);
  const shared = new Float32Array(new SharedArrayBuffer(16));
  shared.set(numbers);
  expect(await vectorsFingerprint({ ...input, text: matrix(2, 2, shared) })).toBe(own);
  const changed = numbers.slice();
  new Uint8Array(changed.buffer)[0] ^= 1;
  expect(await vectorsFingerprint({ ...input, image: matrix(2, 2, changed) })).not.toBe(own);
  expect(await vectorsFingerprint({ ...input, image: matrix(1, 4, numbers) })).not.toBe(own);
});

async function recordOf(request: RunRequest, ports = fakePorts().ports) {
  const events: RunEvent[] = [];
  await run(request, ports, (event) => events.push(event), new AbortController().signal);
  return eventsOf(events, 'vectors')[0].record;
}

test('runs of the same data have its fingerprint in their record, whatever else they choose', async () => {
  const { data, vectors } = await recordOf(requestOf(filesOf(20)));
  expect(data.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  const again = await recordOf(requestOf(filesOf(20), { samples: 20 }));
  expect([again.data.fingerprint, again.vectors.fingerprint]).toEqual([
    data.fingerprint,
    vectors.fingerprint,
  ]);
  const fewer = await recordOf(requestOf(filesOf(20), { samples: 10 }));
  expect(fewer.data.fingerprint).not.toBe(data.fingerprint);
});

test('a picture with other bytes under the same name is other data', async () => {
  const files = filesOf(20);
  const pictures = files.pictures.map((file, i) => (i === 3 ? new File(['40'], file.name) : file));
  const [before, after] = [
    await recordOf(requestOf(files)),
    await recordOf(requestOf({ ...files, pictures })),
  ];
  expect(after.data.fingerprint).not.toBe(before.data.fingerprint);
  expect(after.vectors.fingerprint).not.toBe(before.vectors.fingerprint);
});
