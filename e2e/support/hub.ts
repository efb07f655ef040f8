import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inProject } from './lab';

/** A commit, as a hub writes one. */
const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const FOLDER = `/me/small/resolve/${COMMIT}/`;

/** What the hub does with one request for a file instead of giving it. */
type Mishap =
  /** Sends the first half, then breaks the line. */
  | 'cut'
  /** Sends the first half, then nothing more. */
  | 'stall'
  /** Ignores the range and sends all of the file. */
  | 'whole'
  /** Sends another range than it was asked for. */
  | 'shifted'
  /** Sends a file that is another one by now. */
  | 'changed'
  | { readonly status: number; readonly headers?: Record<string, string> };

export interface Hub {
  readonly url: string;
  /** `model` and `hub` of the page's link that lead here. */
  readonly link: string;
  /** Every request for the bytes of a file: its path in the model's folder and the first byte asked for. */
  readonly requests: { readonly file: string; readonly from: number }[];
  /** What happens to the next requests for a file, one each. */
  readonly mishaps: Map<string, Mishap[]>;
  /** Breaks every line that is open. */
  breakOff(): void;
  close(): void;
}

/** A hub on another origin of this machine: the demo's model as a repository at a pinned commit, with ranges, ETag and CORS. */
export async function startHub(): Promise<Hub> {
  const requests: Hub['requests'] = [];
  const mishaps: Hub['mishaps'] = new Map();
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Expose-Headers', 'ETag, Content-Range, Retry-After');
    const path = request.url!;
    if (!path.startsWith(FOLDER)) return void response.writeHead(404).end();
    const file = path.slice(FOLDER.length);
    const body = readFileSync(inProject(`public/demo/model/${file}`));
    if (request.method === 'HEAD') {
      response.writeHead(200, { 'Content-Length': body.length, ETag: `"${body.length}"` }).end();
      return;
    }
    const from = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    requests.push({ file, from });
    give(response, body, from, mishaps.get(file)?.shift());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    link: `model=url&modelUrl=me/small@${COMMIT}&hub=${url}`,
    requests,
    mishaps,
    breakOff: () => server.closeAllConnections(),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function give(response: ServerResponse, body: Buffer, from: number, mishap: Mishap | undefined): void {
  if (typeof mishap === 'object') {
    response.writeHead(mishap.status, mishap.headers).end();
    return;
  }
  if (mishap === 'whole') {
    response.writeHead(200, { ETag: `"${body.length}"`, 'Content-Length': body.length }).end(body);
    return;
  }
  const start = mishap === 'shifted' ? from + 1 : from;
  response.writeHead(206, {
    ETag: mishap === 'changed' ? '"another"' : `"${body.length}"`,
    'Content-Length': body.length - start,
    'Content-Range': `bytes ${start}-${body.length - 1}/${body.length}`,
  });
  if (mishap !== 'cut' && mishap !== 'stall') {
    response.end(body.subarray(start));
    return;
  }
  response.write(body.subarray(from, body.length / 2), () => {
    // The browser reads what is in its socket before it sees the break.
    if (mishap === 'cut') setTimeout(() => response.destroy(), 200);
  });
}
