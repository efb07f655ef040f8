import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { fastRetries } from '../../../tests/support/fast-retries';
import { probeFile } from './remote-file';

const never = new AbortController().signal;
const HASH = 'ab'.repeat(32);
const NO_PAUSES = fastRetries();

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer({ keepAlive: false }, listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/me/model/resolve/main/onnx/model.onnx`;
}

test('a hub’s pointer gives length and SHA-256 without a request for the file', async () => {
  const asked: string[] = [];
  const url = await listen((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end(`version https://git-lfs.github.com/spec/v1\noid sha256:${HASH}\nsize 123456789\n`);
  });
  expect(await probeFile(url, never, NO_PAUSES)).toEqual({ bytes: 123456789, sha256: HASH, validator: null });
  expect(asked).toEqual(['GET /me/model/raw/main/onnx/model.onnx']);
});

test('without a pointer, the headers give length and ETag', async () => {
  const url = await listen((request, response) => {
    if (request.url!.includes('/raw/')) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Length': 77, ETag: '"e"' }).end();
  });
  expect(await probeFile(url, never, NO_PAUSES)).toEqual({ bytes: 77, sha256: null, validator: '"e"' });
});

test('a mirror that sends the file itself instead of a pointer is read no further', async () => {
  const url = await listen((request, response) => {
    if (request.method === 'HEAD') response.writeHead(200, { 'Content-Length': 9_000_000 }).end();
    else response.end(Buffer.alloc(9_000_000));
  });
  expect((await probeFile(url, never, NO_PAUSES)).bytes).toBe(9_000_000);
});

test('a host that does not answer HEAD requests is asked for the first byte', async () => {
  const url = await listen((request, response) => {
    if (request.url!.includes('/raw/')) response.writeHead(404).end();
    else if (request.method === 'HEAD') response.writeHead(405).end();
    else response.writeHead(206, { 'Content-Range': 'bytes 0-0/5000' }).end('x');
  });
  expect((await probeFile(url, never, NO_PAUSES)).bytes).toBe(5000);
});

test('the length of a compressed answer is not that of the file', async () => {
  const url = await listen((request, response) => {
    if (request.url!.includes('/raw/')) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Length': 7, 'Content-Encoding': 'gzip' }).end();
  });
  expect((await probeFile(url, never, NO_PAUSES)).bytes).toBeNull();
});

test('a missing file is an error that says what to do', async () => {
  const url = await listen((_request, response) => response.writeHead(404).end());
  await expect(probeFile(url, never, NO_PAUSES)).rejects.toThrow('was not found (404)');
});
