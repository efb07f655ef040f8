import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deflateSync } from 'node:zlib';
import { crc32 } from '../../src/lib/npy/crc32';

/** What the host does with a picture of that name; `picture` is the one that should arrive. */
type Fault = (response: ServerResponse, picture: Buffer, asked: number) => void;

const sendIn = (parts: number, milliseconds: number): Fault =>
  function slowly(response, picture) {
    response.writeHead(200, JPEG);
    const size = Math.ceil(picture.length / parts);
    let at = 0;
    const timer = setInterval(() => {
      response.write(picture.subarray(at, (at += size)));
      if (at < picture.length) return;
      clearInterval(timer);
      response.end();
    }, milliseconds);
  };

const JPEG = { 'Content-Type': 'image/jpeg' };
const CORS = { 'Access-Control-Allow-Origin': '*' };

/** Faults that pass or do no harm: the picture is embedded in the end. */
const SURVIVED = {
  slow: sendIn(8, 300),
  'busy-asks': (response, picture, asked) => {
    if (asked > 1) response.writeHead(200, JPEG).end(picture);
    else {
      const exposed = { 'Retry-After': '2', 'Access-Control-Expose-Headers': 'Retry-After' };
      response.writeHead(429, exposed).end();
    }
  },
  'busy-hides': (response, picture, asked) => {
    if (asked > 1) response.writeHead(200, JPEG).end(picture);
    else response.writeHead(429, { 'Retry-After': '1' }).end();
  },
  'broken-once': (response, picture, asked) =>
    asked > 1 ? response.writeHead(200, JPEG).end(picture) : response.writeHead(500).end(),
  'cut-once': (response, picture, asked) =>
    asked > 1 ? response.writeHead(200, JPEG).end(picture) : cut(response, picture),
  'wrong-type': (response, picture) =>
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(picture),
  'no-type': (response, picture) => response.writeHead(200).end(picture),
  megapixels: (response) =>
    response.writeHead(200, { 'Content-Type': 'image/png' }).end(blankPng(10_000, 10_000)),
} satisfies Record<string, Fault>;

/** Faults that stay, with what the page gives as the reason. */
const LOST = {
  missing: ['not found on the host (404)', (response) => response.writeHead(404).end()],
  gone: ['not found on the host (410)', (response) => response.writeHead(410).end()],
  private: ['the host answered 403', (response) => response.writeHead(403).end()],
  broken: ['the host answered 500', (response) => response.writeHead(500).end()],
  silent: ['the host sent nothing for 30 s', () => undefined],
  stuck: [
    'the host sent nothing for 30 s',
    (response, picture) => {
      response.writeHead(200, { ...JPEG, 'Content-Length': picture.length });
      response.write(picture.subarray(0, 1000));
    },
  ],
  cut: [
    'the connection broke before the whole file had arrived',
    (response, picture) => cut(response, picture),
  ],
  refused: ['the host could not be reached', (response) => response.socket!.destroy()],
  forbidden: [
    'the host answers, but does not allow pages of other sites to read the answer (CORS)',
    (response, picture) => {
      response.removeHeader('Access-Control-Allow-Origin');
      response.writeHead(200, JPEG).end(picture);
    },
  ],
  circle: [
    'the host redirects in a circle, or to an address that this page cannot reach or read',
    (response) => response.writeHead(302, { Location: response.req.url! }).end(),
  ],
  'web-page': [
    'the host sent a web page, not a picture',
    (response) => response.writeHead(200, JPEG).end('<!doctype html><title>Sign in</title>'),
  ],
  empty: ['the host sent an empty file', (response) => response.writeHead(200, JPEG).end()],
  truncated: [
    'cannot be decoded',
    (response, picture) => response.writeHead(200, JPEG).end(picture.subarray(0, picture.length / 3)),
  ],
  gigapixels: [
    'is too large: 30000 × 30000',
    (response) => response.writeHead(200, { 'Content-Type': 'image/png' }).end(blankPng(30_000, 30_000)),
  ],
} satisfies Record<string, readonly [string | RegExp, Fault]>;

export const SURVIVED_FAULTS = Object.keys(SURVIVED);
/** The reason by the fault's name. */
export const LOST_FAULTS: ReadonlyMap<string, string | RegExp> = new Map(
  Object.entries(LOST).map(([name, [reason]]) => [name, reason]),
);

export interface FaultyHost {
  readonly url: string;
  /** How often each picture was asked for, requests that read nothing included. */
  readonly asked: Map<string, number>;
  /** Requests that read nothing. */
  probes(): number;
  /** The most requests that waited for an answer at once. */
  most(): number;
  /** From now on these faults are mended. */
  mend(names: readonly string[]): void;
  close(): void;
}

/**
 * A host on another origin of this machine that misbehaves with pictures named for a fault, and sends all others. It
 * forbids other sites all that is below `/forbidden/`.
 * @param picture a JPEG by its name
 */
export async function startFaultyHost(
  captions: string,
  picture: (name: string) => Buffer,
): Promise<FaultyHost> {
  const asked: FaultyHost['asked'] = new Map();
  const mended = new Set<string>();
  let [open, most, probes] = [0, 0, 0];
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value);
    if (request.url === '/captions.json') return void response.end(captions);
    const name = request.url!.startsWith('/forbidden/')
      ? 'forbidden'
      : request.url!.slice(1).replace(/\.jpg$/, '');
    asked.set(name, (asked.get(name) ?? 0) + 1);
    if (request.method === 'HEAD') probes++;
    most = Math.max(most, ++open);
    response.once('close', () => open--);
    const fault = mended.has(name)
      ? undefined
      : ((SURVIVED as Record<string, Fault>)[name] ??
        (LOST as Record<string, readonly [unknown, Fault]>)[name]?.[1]);
    if (fault) fault(response, picture(name), asked.get(name)!);
    else response.writeHead(200, JPEG).end(picture(name));
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    probes: () => probes,
    most: () => most,
    mend: (names) => names.forEach((name) => mended.add(name)),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Sends the first part of what it announces, then breaks the connection. */
function cut(response: ServerResponse, picture: Buffer): void {
  response.writeHead(200, { ...JPEG, 'Content-Length': picture.length });
  response.write(picture.subarray(0, 1000), () => setTimeout(() => response.destroy(), 100));
}

/** A black PNG of one bit a pixel. */
function blankPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    checksum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, checksum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((width / 8 + 1) * height));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
