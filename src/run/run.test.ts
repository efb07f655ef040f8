import { setMaxListeners } from 'node:events';
import { expect, test, vi } from 'vitest';
import { writeNpz } from '../lib/npy/npz';
import { eventsOf, fakePorts, filesOf, requestOf } from '../../tests/support/fake-ports';
import type { RunEvent } from './events';
import type { Ports } from './ports';
import type { RunRequest } from './request';
import { run } from './run';

async function eventsOfRun(request: RunRequest, ports: Ports, controller = new AbortController()) {
  // Many pictures wait for one signal at once, which Node takes for a leak.
  setMaxListeners(Infinity, controller.signal);
  const events: RunEvent[] = [];
  await run(request, ports, (event) => events.push(event), controller.signal);
  return events;
}

/** The kinds of events in order, each named once while it repeats. */
const storyOf = (events: readonly RunEvent[]) =>
  events
    .map((event) => (event.kind === 'stage' ? event.name : event.kind))
    .filter((name, i, all) => name !== all[i - 1]);

const sentencesOf = (events: readonly RunEvent[]) =>
  eventsOf(events, 'caveat').map(({ sentence }) => sentence);

test('a run opens the data, embeds pictures and captions, and sweeps: in this order, each told as an event', async () => {
  const events = await eventsOfRun(requestOf(filesOf(20)), fakePorts().ports);
  const story = storyOf(events)
    .filter((name) => !['caveat', 'left-out', 'encoder', 'seen'].includes(name))
    .filter((name, i, all) => name !== all[i - 1]);
  expect(story.slice(0, 6)).toEqual(['captions', 'model', 'images', 'texts', 'vectors', 'self-test']);
  expect(new Set(story.slice(6, -1))).toEqual(new Set(['sweep', 'ranks', 'row']));
  expect(events.at(-1)).toEqual({ kind: 'ended', status: 'done' });
});

test('the last pictures of each batch are told with their first captions and thumbnails', async () => {
  const events = await eventsOfRun(requestOf(filesOf(20)), fakePorts().ports);
  const batches = eventsOf(events, 'seen').map(({ pictures }) => pictures);
  expect(batches.length).toBeGreaterThan(1);
  for (const pictures of batches) expect(pictures.length).toBeLessThanOrEqual(4);
  const seen = batches.flat();
  expect(new Set(seen.map(({ fileName }) => fileName)).size).toBe(seen.length);
  for (const { fileName, caption, thumbnail } of seen) {
    expect(`${caption}.jpg`).toBe(fileName);
    expect(new TextDecoder().decode(thumbnail!)).toBe(`small ${caption}`);
  }
});

test('every planned cell has a row, and captions find the pictures that have their vector', async () => {
  const events = await eventsOfRun(requestOf(filesOf(20)), fakePorts().ports);
  const rows = eventsOf(events, 'row').map(({ row }) => row);
  expect(eventsOf(events, 'vectors')[0].plannedRows).toBe(4);
  expect(rows).toHaveLength(4);
  for (const { textToImage } of rows) expect(textToImage?.recall[0].mean).toBe(1);
});

test('the record says what was run and when', async () => {
  const events = await eventsOfRun(requestOf(filesOf(20)), fakePorts().ports);
  expect(eventsOf(events, 'vectors')[0].record).toMatchObject({
    appVersion: '0.0.0',
    data: { label: 'captions.json', texts: 20, images: 20, samplesAsked: null },
    model: { revision: 'r1', dtype: 'fp32' },
    device: { name: 'WebAssembly', userAgent: 'a test' },
    engine: { workers: 2, gpu: null },
    started: '2026-01-01T00:00:00.000Z',
  });
});

test('a second run takes its vectors from the cache and loads no model', async () => {
  const { ports, seen } = fakePorts();
  await eventsOfRun(requestOf(filesOf(20)), ports);
  const encoded = seen.encoded.length;
  ports.encoderSlot.clear();
  const events = await eventsOfRun(requestOf(filesOf(20)), ports);
  expect(seen.encoded).toHaveLength(encoded);
  expect(seen.encoders).toBe(1);
  expect(eventsOf(events, 'row')).toHaveLength(4);
});

test('where WebGPU cannot run the model, WebAssembly does, and that is said', async () => {
  const { ports } = fakePorts({ brokenGpu: true });
  const events = await eventsOfRun(requestOf(filesOf(20)), ports);
  expect(sentencesOf(events)).toContainEqual(
    expect.stringMatching(/WebGPU could not run.*no memory.*WebAssembly/),
  );
  expect(eventsOf(events, 'vectors')[0].record.device.name).toBe('WebAssembly');
  expect(events.at(-1)).toMatchObject({ status: 'done' });
});

test('where WebGPU was chosen by name, it is not replaced', async () => {
  const { ports } = fakePorts({ brokenGpu: true });
  const gpu = { ...(await ports.browser.resolveDevice('auto')) };
  const strict: Ports = { ...ports, browser: { ...ports.browser, resolveDevice: async () => gpu } };
  const events = await eventsOfRun(requestOf(filesOf(20), { device: 'webgpu' }), strict);
  expect(events.at(-1)).toEqual({
    kind: 'ended',
    status: 'failed',
    error: 'it has no memory',
    mayPass: true,
  });
});

test.each([
  ['once where all threads see it', (bytes: number) => new SharedArrayBuffer(bytes), 1],
  ['for each of the two devices that are compared elsewhere', (bytes: number) => new ArrayBuffer(bytes), 2],
])('a model for WebGPU is read %s', async (_name, allocate, times) => {
  const { ports, seen } = fakePorts();
  const graph = () => new Uint8Array(allocate(5));
  const read = vi.fn(async () => ({ vision: graph(), text: graph() }) as never);
  const device = {
    ...(await ports.browser.resolveDevice('wasm')),
    device: 'webgpu' as const,
    adapter: 'a GPU',
  };
  const browser = { ...ports.browser, resolveDevice: async () => device };
  const events = await eventsOfRun(requestOf(filesOf(20)), {
    ...ports,
    browser,
    models: { ...ports.models, read },
  });
  expect(events.at(-1)).toMatchObject({ status: 'done' });
  expect(seen.encoders).toBe(2);
  expect(read).toHaveBeenCalledTimes(times);
});

test('an encoder whose thread dies is restarted, which is said, and no vector is missing', async () => {
  const { ports, seen } = fakePorts({ dyingEncoder: true });
  const events = await eventsOfRun(requestOf(filesOf(20)), ports);
  expect(sentencesOf(events)).toContainEqual(expect.stringContaining('The encoder stopped'));
  expect(seen.encoders).toBe(2);
  expect(eventsOf(events, 'vectors')[0].input.text.rows).toBe(20);
});

test('a picture that cannot be decoded is left out with its reason, and so is its pair', async () => {
  const { ports } = fakePorts({ unreadable: ['7'] });
  const events = await eventsOfRun(requestOf(filesOf(20)), ports);
  const leftOut = eventsOf(events, 'left-out').flatMap(({ items }) => items);
  expect(leftOut).toEqual([{ id: 7, what: 'image', reason: 'is damaged', fileName: '7.jpg' }]);
  expect(eventsOf(events, 'vectors')[0].record.data).toMatchObject({ texts: 19, images: 19, leftOut });
});

test('thumbnails are stored by the hashes of their pictures, also of pictures whose vectors are in the cache', async () => {
  const { ports, seen } = fakePorts();
  const request = { ...requestOf(filesOf(20)), pictureHashes: new Map<string, string>() };
  await eventsOfRun(request, ports);
  const small = new TextDecoder().decode(seen.thumbnails.get(request.pictureHashes.get('7.jpg')!));
  expect([seen.thumbnails.size, small]).toEqual([20, 'small 7']);

  seen.thumbnails.clear();
  await eventsOfRun(request, ports);
  expect(seen.thumbnails.size, 'none is read for its thumbnail alone').toBe(0);
  await eventsOfRun(requestOf(filesOf(20)), ports);
  expect(seen.thumbnails.size).toBe(20);
});

test('a run whose thumbnails cannot be stored ends well, and says so once', async () => {
  const { ports } = fakePorts();
  const setMany = () => Promise.reject(new Error('the disk is full'));
  const thumbnails = { ...ports.storage.thumbnails, setMany };
  const events = await eventsOfRun(requestOf(filesOf(20)), {
    ...ports,
    storage: { ...ports.storage, thumbnails },
  });
  expect(eventsOf(events, 'not-kept')).toEqual([
    { kind: 'not-kept', what: 'thumbnails', why: 'the disk is full' },
  ]);
  expect(events.at(-1)).toEqual({ kind: 'ended', status: 'done' });
});

test('pictures whose hashes are known and whose vectors are cached are not read again', async () => {
  const { ports } = fakePorts();
  const request = { ...requestOf(filesOf(20)), pictureHashes: new Map<string, string>() };
  await eventsOfRun(request, ports);
  expect(request.pictureHashes.size).toBe(20);
  request.pictureHashes.delete('3.jpg');
  request.pictureHashes.delete('8.jpg');
  const reads = vi.spyOn(Blob.prototype, 'arrayBuffer');
  const events = await eventsOfRun(request, ports);
  const names = reads.mock.contexts.map((blob) => (blob as File).name);
  reads.mockRestore();
  expect(names.filter((name) => name?.endsWith('.jpg')).sort()).toEqual(['3.jpg', '8.jpg']);
  expect(eventsOf(events, 'vectors')[0].input.image.rows).toBe(20);
});

test('a run in which no picture can be decoded fails with the first reason', async () => {
  const unreadable = Array.from({ length: 20 }, (_, i) => `${i + 1}`);
  const events = await eventsOfRun(requestOf(filesOf(20)), fakePorts({ unreadable }).ports);
  expect(events.at(-1)).toMatchObject({
    status: 'failed',
    error: expect.stringContaining('1.jpg: is damaged'),
  });
  expect(eventsOf(events, 'row')).toEqual([]);
});

test('where the self-test fails there are no rows', async () => {
  const events = await eventsOfRun(requestOf(filesOf(20)), fakePorts({ failingSelfTest: true }).ports);
  expect(events.at(-1)).toMatchObject({
    status: 'failed',
    error: expect.stringContaining('The self-test failed'),
    mayPass: false,
  });
  expect(eventsOf(events, 'row')).toEqual([]);
});

test('a run that is cancelled while it embeds ends as cancelled, and the next one goes on from the cache', async () => {
  const controller = new AbortController();
  let batches = 0;
  const onEmbed = () => {
    // The first two calls embed the inputs that check the encoder.
    if (++batches === 4) controller.abort();
  };
  const { ports, seen } = fakePorts({ onEmbed });
  const cancelled = await eventsOfRun(requestOf(filesOf(40)), ports, controller);
  expect(cancelled.at(-1)).toEqual({ kind: 'ended', status: 'cancelled' });
  expect(eventsOf(cancelled, 'row')).toEqual([]);
  const done = await eventsOfRun(requestOf(filesOf(40)), ports);
  expect(done.at(-1)).toMatchObject({ status: 'done' });
  expect(eventsOf(done, 'stage').some(({ name, free }) => name === 'images' && free! > 0)).toBe(true);
  expect(seen.encoded.filter((name) => name === '1')).not.toHaveLength(0);
});

test('a browser that keeps no files is a notice, not a caveat of the results', async () => {
  const { ports } = fakePorts({ keepsNothing: true });
  const request = requestOf(filesOf(20), { model: 'clip-vit-b32' });
  const events = await eventsOfRun(request, ports);
  expect(eventsOf(events, 'notice').map(({ sentence }) => sentence)).toEqual([
    expect.stringContaining('stores no files'),
  ]);
  expect(sentencesOf(events).join()).not.toContain('stores no files');
});

test('what is missing is said before anything is loaded', async () => {
  const { ports, seen } = fakePorts();
  const events = await eventsOfRun(requestOf({ ...filesOf(3), captions: null }), ports);
  expect(events.at(-1)).toMatchObject({
    status: 'failed',
    error: expect.stringContaining('no captions yet'),
    mayPass: false,
  });
  expect(seen.encoders).toBe(0);
});

test('fewer pictures than were requested is a caveat', async () => {
  const events = await eventsOfRun(requestOf(filesOf(20), { samples: 30 }), fakePorts().ports);
  expect(sentencesOf(events)).toContainEqual('30 pictures were requested, but the data has only 20.');
});

/** Twenty texts and their images as unit vectors of their own, and four images without a text that equal the first four. */
function npzWithDistractors(): File {
  const dim = 20;
  const unit = (row: number) => Float32Array.from({ length: dim }, (_, c) => (c === row % dim ? 1 : 0));
  const rows = (count: number) => ({
    dtype: 'f4' as const,
    shape: [count, dim],
    data: Float32Array.from(Array.from({ length: count }, (_, row) => [...unit(row)]).flat()),
  });
  const truth = {
    dtype: 'i8' as const,
    shape: [dim],
    data: BigInt64Array.from({ length: dim }, (_, i) => BigInt(i)),
  };
  const bytes = writeNpz({
    [`text_${dim}`]: rows(dim),
    [`video_${dim}`]: rows(dim + 4),
    ground_truth: truth,
  });
  return new File([bytes.slice()], 'distractors.npz');
}

test('images without a text stay in the gallery as distractors and are no queries, which is said', async () => {
  const request = requestOf(filesOf(1), { data: 'npz' });
  const sweep = {
    ...request.choices.sweep,
    dims: [20],
    precisions: ['fp32'] as const,
    candidateSizes: [20],
    ks: [1],
  };
  const files = { ...request.files, vectors: [npzWithDistractors()] };
  const events = await eventsOfRun({ choices: { ...request.choices, sweep }, files }, fakePorts().ports);
  expect(sentencesOf(events)).toContainEqual(expect.stringMatching(/^4 of the 24 images have no text/));
  const [{ row }] = eventsOf(events, 'row');
  // A text ties with its distractor where the pool's 19 negatives, of 23, hold it.
  expect(row.textToImage.recall[0].mean).toBeCloseTo((16 + 4 * (1 - (0.5 * 19) / 23)) / 20, 12);
  expect(row.imageToText.queries).toBe(20);
  expect(row.imageToText.recall[0].mean).toBe(1);
});

test('a run ends whole where storage is full, which is said once, and the next run of the visit embeds nothing again', async () => {
  const { ports, seen } = fakePorts({ fullStorage: true });
  const events = await eventsOfRun(requestOf(filesOf(20)), ports);
  expect(events.at(-1)).toEqual({ kind: 'ended', status: 'done' });
  expect(sentencesOf(events).filter((sentence) => /kept only until/.test(sentence))).toEqual([
    'Embeddings are kept only until this page is closed. Storage is full.',
  ]);
  const encoded = seen.encoded.length;
  await eventsOfRun(requestOf(filesOf(20)), ports);
  expect(seen.encoded).toHaveLength(encoded);
});

test('a run without storage ends with the rows, and the check of its encoder, of a run with it', async () => {
  const whole = await eventsOfRun(requestOf(filesOf(20)), fakePorts().ports);
  const events = await eventsOfRun(requestOf(filesOf(20)), fakePorts({ noStorage: true }).ports);
  const answers = (all: readonly RunEvent[]) =>
    eventsOf(all, 'row').map(({ row }) => [row.experiment, row.textToImage.recall, row.imageToText.recall]);
  expect(answers(events)).toEqual(answers(whole));
  const conformance = (all: readonly RunEvent[]) => eventsOf(all, 'vectors')[0].record.conformance;
  expect(conformance(events)).toBeDefined();
  expect(conformance(events)).toEqual(conformance(whole));
});

test('embeddings that are deleted while the run goes on are counted in a sentence', async () => {
  const { ports } = fakePorts();
  const { vectors } = ports.storage;
  const gone: Ports = {
    ...ports,
    storage: { ...ports.storage, vectors: { ...vectors, countMissing: async () => 7 } },
  };
  const events = await eventsOfRun(requestOf(filesOf(20)), gone);
  expect(sentencesOf(events)).toContainEqual(expect.stringMatching(/^7 embeddings of this run were deleted/));
  expect(events.at(-1)).toEqual({ kind: 'ended', status: 'done' });
});
