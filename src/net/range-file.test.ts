import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { fastRetries } from '../../tests/support/fast-retries';
import { FileChangedError, RangeFile, type WithoutRanges } from './range-file';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => (server.closeAllConnections(), server.close())));

const FILE = Uint8Array.from({ length: 5000 }, (_, i) => i * 7);
type Give = (from: number, to: number, response: ServerResponse, request: IncomingMessage) => void;

/** A host of `FILE`, whose answers to ranges are those of `give`; `to` is exclusive. */
async function host(give: Give) {
  const asked: (string | undefined)[] = [];
  const server = createServer({ keepAlive: false }, (request, response) => {
    const { range } = request.headers;
    asked.push(request.method === 'HEAD' ? 'HEAD' : range);
    const match = /^bytes=(\d+)-(\d+)$/.exec(range ?? '');
    if (match) give(Number(match[1]), Number(match[2]) + 1, response, request);
    else response.writeHead(200, { ETag: '"one"', 'Content-Length': FILE.length }).end(FILE);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`, asked };
}

function part(
  response: ServerResponse,
  from: number,
  to: number,
  headers: Record<string, string | number> = {},
) {
  response.writeHead(206, {
    ETag: '"one"',
    'Content-Range': `bytes ${from}-${to - 1}/${FILE.length}`,
    ...headers,
  });
  response.end(FILE.subarray(from, to));
}
const honest: Give = (from, to, response) => part(response, from, to);

function open(url: string, byteLength: number | null = FILE.length) {
  const wholes: WithoutRanges[] = [];
  const file = RangeFile.open(url, {
    byteLength,
    signal: new AbortController().signal,
    policy: fastRetries(),
    onWhole: (_url, why) => wholes.push(why),
  });
  return { file, wholes };
}

const bytes = async (file: Promise<RangeFile>, start: number, end: number) =>
  new Uint8Array(await (await file).slice(start, end));

test('a part is asked for by bytes=a-b and nothing else is sent', async () => {
  const { url, asked } = await host(honest);
  expect(await bytes(open(url).file, 100, 140)).toEqual(FILE.slice(100, 140));
  expect(asked).toEqual(['bytes=100-139']);
});

test('a length that is not known is asked for with one byte, or by HEAD where Content-Range is hidden', async () => {
  const { url } = await host(honest);
  expect((await open(url, null).file).byteLength).toBe(5000);
  const hidden = await host((from, to, response) => {
    response.writeHead(206).end(FILE.subarray(from, to));
  });
  expect((await open(hidden.url, null).file).byteLength).toBe(5000);
  expect(hidden.asked).toEqual(['bytes=0-0', 'HEAD']);
});

test.each<[string, WithoutRanges, Give]>([
  [
    'ignores ranges',
    'ignored',
    (_from, _to, response) => void response.writeHead(200, { ETag: '"one"' }).end(FILE),
  ],
  ['sends another range', 'wrong', (from, to, response) => part(response, from + 1, to + 1)],
  ['sends fewer bytes', 'wrong', (from, to, response) => part(response, from, to - 1)],
  ['sends more bytes', 'wrong', (from, to, response) => part(response, from, to + 9)],
])('from a host that %s all of the file is fetched, once', async (_what, why, give) => {
  const { url, asked } = await host(give);
  const { file, wholes } = open(url);
  const parts = await Promise.all([bytes(file, 10, 20), bytes(file, 4000, 5000)]);
  expect(parts).toEqual([FILE.slice(10, 20), FILE.slice(4000, 5000)]);
  expect(wholes).toEqual([why]);
  expect(asked.filter((range) => range === undefined)).toHaveLength(1);
});

test.each<[string, Record<string, string>]>([
  ['its ETag', { ETag: '"two"' }],
  ['its length', { 'Content-Range': 'bytes 10-19/5001' }],
])('a file that changes between two ranges is an error, seen by %s', async (_by, headers) => {
  let answers = 0;
  const { url } = await host((from, to, response) => part(response, from, to, ++answers > 1 ? headers : {}));
  const { file } = open(url);
  await bytes(file, 0, 10);
  await expect(bytes(file, 10, 20)).rejects.toThrow(FileChangedError);
});

test('a part that lies outside of the file is refused without a request', async () => {
  const { url, asked } = await host(honest);
  await expect(bytes(open(url).file, 4990, 5010)).rejects.toThrow(
    'names its bytes 4990 to 5010, but has 5000',
  );
  expect(asked).toEqual([]);
});

test('a connection that breaks within a part is taken up again', async () => {
  let answers = 0;
  const { url } = await host((from, to, response) => {
    if (++answers > 1) return part(response, from, to);
    response.writeHead(206, { 'Content-Length': to - from });
    response.write(FILE.subarray(from, from + 3), () => setTimeout(() => response.destroy(), 20));
  });
  const { file, wholes } = open(url);
  expect(await bytes(file, 0, 1000)).toEqual(FILE.slice(0, 1000));
  expect(wholes).toEqual([]);
});
