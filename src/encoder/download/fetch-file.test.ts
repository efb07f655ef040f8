import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { isAbort } from '../../lib/errors';
import { fetchFile, type FileProgress, type WantedFile } from './fetch-file';
import { fastRetries } from '../../../tests/support/fast-retries';
import { memoryStore, StorageFullError, type ModelStore } from './model-store';

const FILE = Buffer.from(Array.from({ length: 100_000 }, (_, i) => (i * i) % 251));
const HASH = createHash('sha256').update(FILE).digest('hex');
const never = new AbortController().signal;

const servers: Server[] = [];
afterEach(() =>
  servers.splice(0).forEach((server) => {
    server.closeAllConnections();
    server.close();
  }),
);

type Handler = (request: IncomingMessage, response: ServerResponse, from: number) => void;

/** A host that answers each request in turn by one of these, the last one for ever; tells the ranges it was asked for. */
async function host(...handlers: Handler[]): Promise<{ url: string; ranges: string[] }> {
  const ranges: string[] = [];
  const server = createServer({ keepAlive: false }, (request, response) => {
    const handler = handlers[Math.min(ranges.length, handlers.length - 1)];
    ranges.push(`${request.method === 'HEAD' ? 'HEAD ' : ''}${request.headers.range ?? ''}`);
    handler(request, response, Number(/\d+/.exec(request.headers.range ?? '0')![0]));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/onnx/model.onnx`, ranges };
}

const headers = (from: number, body: Buffer, etag: string) => ({
  ETag: etag,
  'Content-Length': body.length - from,
  'Content-Range': `bytes ${from}-${body.length - 1}/${body.length}`,
});

/** Sends what is asked for. */
const whole =
  (body = FILE, etag = '"a"'): Handler =>
  (_request, response, from) =>
    response.writeHead(206, headers(from, body, etag)).end(body.subarray(from));

/** Sends as far as a byte of the file and breaks the line. */
const broken =
  (to: number, etag = '"a"'): Handler =>
  (_request, response, from) => {
    response.writeHead(206, headers(from, FILE, etag));
    response.write(FILE.subarray(from, to), () => setTimeout(() => response.destroy(), 20));
  };

const status =
  (code: number, more: Record<string, string> = {}): Handler =>
  (_request, response) =>
    response.writeHead(code, more).end('no');

const says =
  (text: string, type = 'application/octet-stream'): Handler =>
  (_request, response) =>
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text) }).end(text);

const UNKNOWN = { bytes: null, sha256: null };

function wanted(url: string, more: Partial<WantedFile> = {}): WantedFile {
  return { url, name: 'onnx/model.onnx', model: 'M', facts: UNKNOWN, strict: false, pinned: true, ...more };
}

const fetched = async (want: WantedFile, store: ModelStore, policy = fastRetries()) =>
  (await fetchFile(want, store, never, () => undefined, policy)).file;

const content = async (store: ModelStore, url: string) => Buffer.from(await store.read(url));

test('a file is stored with its length and SHA-256, and is not requested again', async () => {
  const { url, ranges } = await host(whole());
  const store = memoryStore();
  expect(await fetched(wanted(url), store)).toMatchObject({
    bytes: FILE.length,
    total: FILE.length,
    sha256: HASH,
  });
  expect(await fetched(wanted(url), store)).toMatchObject({ sha256: HASH });
  expect(ranges).toEqual(['bytes=0-']);
  expect((await content(store, url)).equals(FILE)).toBe(true);
});

test('a lost connection is resumed where it broke, as often as bytes keep arriving', async () => {
  const { url, ranges } = await host(broken(20_000), broken(40_000), broken(60_000), broken(80_000), whole());
  const store = memoryStore();
  const policy = fastRetries();
  expect((await fetched(wanted(url), store, policy)).sha256).toBe(HASH);
  expect(ranges).toEqual(['bytes=0-', 'bytes=20000-', 'bytes=40000-', 'bytes=60000-', 'bytes=80000-']);
  expect(policy.paused).toEqual([500, 500, 500, 500]);
});

test('bytes that arrived before a connection was lost for good are kept, reported, and resumed from at the next attempt', async () => {
  const refuses: Handler = (request) => request.socket.destroy();
  const first = await host(broken(30_000), ...new Array<Handler>(5).fill(refuses), whole());
  const store = memoryStore();
  await expect(fetched(wanted(first.url), store)).rejects.toThrow(
    /30 kB of 100 kB is kept; the next attempt continues from there/,
  );
  expect(await store.find(first.url)).toMatchObject({ bytes: 30_000, total: 100_000, sha256: null });
  expect((await fetched(wanted(first.url), store)).sha256).toBe(HASH);
  expect(first.ranges.at(-1)).toBe('bytes=30000-');
});

test('a file that changed meanwhile is fetched from the start, never patched together', async () => {
  const other = Buffer.from(FILE).reverse();
  const { url, ranges } = await host(broken(30_000), whole(other, '"b"'));
  const store = memoryStore();
  await fetched(wanted(url), store);
  expect(ranges).toEqual(['bytes=0-', 'bytes=30000-', 'bytes=0-']);
  expect((await content(store, url)).equals(other)).toBe(true);
});

test('a host that ignores ranges is read from the start', async () => {
  const ignores: Handler = (_request, response) =>
    response.writeHead(200, { ETag: '"a"', 'Content-Length': FILE.length }).end(FILE);
  const { url } = await host(broken(30_000), ignores);
  const store = memoryStore();
  expect((await fetched(wanted(url), store)).sha256).toBe(HASH);
  expect((await content(store, url)).equals(FILE)).toBe(true);
});

test('a partial file with no ETag, no date and no hash is not resumed', async () => {
  const { url, ranges } = await host(whole());
  const store = memoryStore();
  const part = { url, name: 'x', model: 'M', total: FILE.length, validator: null, sha256: null, stored: '' };
  await store.note(part);
  (await store.append(url, 0)).write(FILE.subarray(0, 10));
  await fetched(wanted(url), store);
  expect(ranges).toEqual(['bytes=0-']);

  await store.note(part);
  (await store.append(url, 0)).write(FILE.subarray(0, 10));
  await fetched(wanted(url, { facts: { bytes: null, sha256: HASH } }), store).catch(() => undefined);
  expect(ranges.at(-1)).toBe('bytes=10-');
});

test('a partial file that has all its bytes is hashed without a request', async () => {
  const { url, ranges } = await host(whole());
  const store = memoryStore();
  await store.note({
    url,
    name: 'x',
    model: 'M',
    total: FILE.length,
    validator: '"a"',
    sha256: null,
    stored: '',
  });
  (await store.append(url, 0)).write(FILE);
  expect((await fetched(wanted(url), store)).sha256).toBe(HASH);
  expect(ranges).toEqual([]);
});

test('a busy host is waited for, and progress says for whom and until when', async () => {
  const { url } = await host(status(429, { 'Retry-After': '7' }), whole());
  const steps: FileProgress[] = [];
  const policy = fastRetries();
  await fetchFile(wanted(url), memoryStore(), never, (progress) => steps.push(progress), policy);
  expect(policy.paused).toEqual([7000]);
  const wait = steps.find((progress) => progress.wait !== null)!.wait!;
  expect(wait).toMatchObject({ host: new URL(url).host, reason: 'asked' });
  expect(wait.until - wait.since).toBe(7000);
  expect(steps.at(-1)!.wait).toBeNull();
});

test('cancelling ends a wait for a busy host at once', async () => {
  const { url } = await host(status(429, { 'Retry-After': '60' }));
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 50);
  const begun = Date.now();
  await expect(fetchFile(wanted(url), memoryStore(), stop.signal, () => undefined)).rejects.toSatisfy(
    isAbort,
  );
  expect(Date.now() - begun).toBeLessThan(2000);
});

test.each([
  ['404', status(404), 'was not found (404)'],
  ['401', status(401), 'is not public (401)'],
  ['403', status(403), 'is not public (403)'],
  ['429 for ever', status(429), 'is still busy'],
  ['500 for ever', status(500), 'returned a server error (500)'],
  ['a web page', says('<!DOCTYPE html><p>Log in', 'text/html'), 'a web page instead of a file'],
  ['a web page with another type', says('<html>'), 'a web page instead of a file'],
  ['an error in JSON', says('{"error":"x"}', 'application/json'), 'a JSON message instead of weights'],
  ['a pointer', says('version https://git-lfs.github.com/spec/v1\noid sha256:00'), 'a Git LFS pointer'],
])('%s has its own message, and nothing of it is kept', async (_name, handler, sentence) => {
  const { url } = await host(handler);
  const store = memoryStore();
  await expect(fetched(wanted(url), store)).rejects.toThrow(sentence);
  expect(await store.list()).toEqual([]);
});

test('a body longer than announced is rejected', async () => {
  const { url } = await host((_request, response) => {
    response.writeHead(206, { ETag: '"a"', 'Content-Range': `bytes 0-9/10` });
    response.end(FILE);
  });
  const store = memoryStore();
  await expect(fetched(wanted(url), store)).rejects.toThrow('sent more than the 10 B it announced');
  expect(await store.list()).toEqual([]);
});

test('a file announced as enormous is not fetched', async () => {
  const { url } = await host((_request, response) =>
    response.writeHead(206, { 'Content-Range': 'bytes 0-4999999999/5000000000' }).end('x'),
  );
  await expect(fetched(wanted(url), memoryStore())).rejects.toThrow(
    'is 5 GB, above the limit of 4 GB per file',
  );
});

test('a truncated file and a file with another hash are rejected where the catalogue knows both', async () => {
  const { url } = await host(whole(FILE.subarray(0, 500)));
  const store = memoryStore();
  const facts = { bytes: FILE.length, sha256: HASH };
  await expect(fetched(wanted(url, { facts, strict: true }), store)).rejects.toThrow(
    '500 bytes instead of 100000',
  );
  const other = await host(whole(Buffer.alloc(FILE.length, 9)));
  await expect(fetched(wanted(other.url, { facts, strict: true }), store)).rejects.toThrow(`its SHA-256 is`);
  expect(await store.list()).toEqual([]);
});

test('a host that falls silent is given up with its own message', async () => {
  const stalls: Handler = (_request, response) => {
    response.writeHead(206, headers(0, FILE, '"a"'));
    response.flushHeaders();
  };
  const { url, ranges } = await host(stalls);
  await expect(fetched(wanted(url), memoryStore(), fastRetries(60))).rejects.toThrow(
    'sent nothing for 0.06 s',
  );
  expect(ranges).toHaveLength(3);
});

test('a file whose address is not pinned is checked, and fetched again only if it changed', async () => {
  const other = Buffer.from(FILE).reverse();
  const head =
    (etag: string): Handler =>
    (_request, response) =>
      response.writeHead(200, { ETag: etag, 'Content-Length': FILE.length }).end();
  const { url, ranges } = await host(whole(), head('"a"'), head('"b"'), whole(other, '"b"'));
  const store = memoryStore();
  const want = wanted(url, { pinned: false });
  await fetched(want, store);
  await fetched(want, store);
  expect(ranges).toEqual(['bytes=0-', 'HEAD ']);
  await fetched(want, store);
  expect(ranges).toEqual(['bytes=0-', 'HEAD ', 'HEAD ', 'bytes=0-']);
  expect((await content(store, url)).equals(other)).toBe(true);
});

test('where that host is gone, the stored file is used and marked unverified', async () => {
  const { url } = await host(whole(), (request) => request.socket.destroy());
  const store = memoryStore();
  const want = wanted(url, { pinned: false });
  await fetched(want, store);
  const again = await fetchFile(want, store, never, () => undefined, fastRetries());
  expect(again).toMatchObject({ unverified: true, file: { sha256: HASH } });
});

test('a host that does not answer range requests is asked without one', async () => {
  const picky: Handler = (request, response) => {
    if (request.headers.range) request.socket.destroy();
    else response.writeHead(200, { ETag: '"a"', 'Content-Length': FILE.length }).end(FILE);
  };
  const { url, ranges } = await host(picky);
  expect((await fetched(wanted(url), memoryStore())).sha256).toBe(HASH);
  expect(ranges.filter((range) => !range.startsWith('HEAD'))).toEqual(['bytes=0-', '']);
});

test('a full store is explained with its figures', async () => {
  const { url } = await host(whole());
  const full: ModelStore = {
    ...memoryStore(),
    append: async () => ({
      write() {
        throw new StorageFullError('full');
      },
      close: () => undefined,
    }),
    storageUsage: async () => ({ usage: 90e6, quota: 100e6 }),
  };
  await expect(fetched(wanted(url), full)).rejects.toThrow(
    /Not enough storage for onnx\/model.onnx: the browser allows this page 100 MB, of which 90 MB is used/,
  );
});
