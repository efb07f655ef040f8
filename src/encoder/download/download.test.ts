import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fastRetries } from '../../../tests/support/fast-retries';
import { DEMO_MODEL } from '../catalogue/catalogue';
import { filesOf } from '../catalogue/model-files';
import type { FileFacts, ModelSpec } from '../catalogue/model-entry';
import { contentRevision } from './content-revision';
import { downloadModel, readModel, type DownloadProgress } from './download';
import { memoryStore } from './model-store';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const NO_PAUSES = fastRetries();
const never = new AbortController().signal;
const contentOf = (path: string) => (path.endsWith('.json') ? `{"is":"${path}"}` : `\x08weights of ${path}`);
const hashOf = (path: string) => createHash('sha256').update(contentOf(path)).digest('hex');
const PATHS = Object.values(filesOf(DEMO_MODEL, 'fp32'));

let server: Server;
let base: string;
let isGone = false;
beforeAll(async () => {
  server = createServer({ keepAlive: false }, (request, response) => {
    if (isGone) return void request.socket.destroy();
    const body = contentOf(request.url!.slice(1));
    const headers = { ETag: '"a"', 'Content-Length': Buffer.byteLength(body) };
    response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => void server.close());

const factsOf = (hash: (path: string) => string): Record<string, FileFacts> =>
  Object.fromEntries(PATHS.map((path) => [path, { bytes: contentOf(path).length, sha256: hash(path) }]));

const specWith = (more: Partial<ModelSpec>): ModelSpec => ({ ...DEMO_MODEL, baseUrl: base, ...more });

const fetched = (
  spec: ModelSpec,
  store = memoryStore(),
  onProgress: (step: DownloadProgress) => void = () => {},
) => downloadModel(spec, 'fp32', store, never, onProgress, NO_PAUSES);

test('all files are fetched, small ones first, and read back in the form the encoder reads', async () => {
  const store = memoryStore();
  const steps: DownloadProgress[] = [];
  const model = await fetched(specWith({ files: factsOf(hashOf) }), store, (step) => steps.push(step));
  expect([...new Set(steps.map(({ file }) => file))]).toEqual(PATHS);
  const total = PATHS.reduce((sum, path) => sum + contentOf(path).length, 0);
  expect(steps.every((step) => step.total === total)).toBe(true);
  expect(steps.at(-1)).toMatchObject({ received: total, stored: 0 });
  const files = await readModel(model, store);
  expect(files.config).toBe(contentOf('config.json'));
  expect(new TextDecoder().decode(files.vision)).toBe(contentOf('onnx/vision_model.onnx'));

  steps.length = 0;
  await fetched(specWith({ files: factsOf(hashOf), revision: COMMIT }), store, (step) => steps.push(step));
  expect(steps.at(-1)).toMatchObject({ received: total, stored: total });
});

test('the total is 0 until every length is known', async () => {
  const steps: DownloadProgress[] = [];
  await fetched(specWith({}), memoryStore(), (step) => steps.push(step));
  expect(steps[0].total).toBe(0);
  expect(steps.at(-1)!.total).toBe(steps.at(-1)!.received);
});

test('a pinned revision is claimed only where every file is known to belong to it', async () => {
  const pinned = specWith({ revision: COMMIT, files: factsOf(hashOf) });
  expect((await fetched(pinned)).revision).toBe(COMMIT);
  const rest = { ...factsOf(hashOf), 'config.json': { bytes: null, sha256: null } };
  const unchecked = await fetched(specWith({ revision: COMMIT, files: rest }));
  expect(unchecked.revision).toBe(await contentRevision(unchecked.files));
  expect(unchecked.remarks).toEqual([]);
});

test('a mirror with other files is identified by its content, with a remark', async () => {
  const wrong = factsOf(() => 'f'.repeat(64));
  const model = await fetched(specWith({ revision: COMMIT, files: wrong }));
  expect(model.revision).toMatch(/^sha256:/);
  expect(model.remarks.join()).toMatch(/differ from the pinned revision of/);
  await expect(fetched(specWith({ revision: COMMIT, files: wrong, strict: true }))).rejects.toThrow(
    'is not the expected file',
  );
});

test('stored files of a host that is gone are used, with a remark', async () => {
  const store = { ...memoryStore(), lasting: true };
  const first = await fetched(specWith({}), store);
  isGone = true;
  const again = await fetched(specWith({}), store).finally(() => (isGone = false));
  expect(again.revision).toBe(first.revision);
  expect(again.remarks.join()).toContain('did not respond');
});
