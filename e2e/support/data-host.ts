import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the host does with requests for a range of a file. */
type RangeFault =
  /** Sends all of the file. */
  | 'ignored'
  /** Sends the bytes after those that were asked for, and says so. */
  | 'shifted'
  /** Sends a byte less. */
  | 'short';

export interface DataHost {
  readonly url: string;
  /** Every request: its path and its range, `HEAD` for a request that reads nothing. */
  readonly asked: { readonly path: string; readonly range: string | undefined }[];
  /** By path: from now on. */
  readonly faults: Map<string, RangeFault>;
  /** After so many answers, the file of that path is another one. */
  changeAfter(path: string, answers: number): void;
  /** Paths that other sites may not read. */
  readonly forbidden: Set<string>;
  close(): void;
}

/**
 * A host on another origin of this machine that gives these files by their paths, with ranges, ETag and CORS.
 * @param files the contents by path; a function is given the host's own address
 */
export async function startDataHost(
  files: Readonly<Record<string, Uint8Array | ((url: string) => string)>>,
): Promise<DataHost> {
  const asked: DataHost['asked'] = [];
  const faults: DataHost['faults'] = new Map();
  const forbidden: DataHost['forbidden'] = new Set();
  const answersLeft = new Map<string, number>();
  let url = '';
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url!.split('?')[0]);
    const range = request.method === 'HEAD' ? 'HEAD' : request.headers.range;
    asked.push({ path, range });
    if (![...forbidden].some((prefix) => path.startsWith(prefix))) {
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Access-Control-Expose-Headers', 'ETag, Content-Range');
    }
    const file = files[path];
    if (file === undefined) return void response.writeHead(404).end();
    const body = typeof file === 'function' ? Buffer.from(file(url)) : Buffer.from(file);
    const left = answersLeft.get(path) ?? Infinity;
    answersLeft.set(path, left - 1);
    const part = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    const fault = part ? faults.get(path) : undefined;
    response.setHeader('ETag', left > 0 ? '"first"' : '"changed"');
    if (!part || fault === 'ignored') {
      response.writeHead(200, { 'Content-Length': body.length });
      response.end(request.method === 'HEAD' ? undefined : body);
      return;
    }
    givePart(response, body, Number(part[1]) + (fault === 'shifted' ? 1 : 0), Number(part[2]), fault);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    faults,
    forbidden,
    changeAfter: (path, answers) => void answersLeft.set(path, answers),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function givePart(
  response: ServerResponse,
  body: Buffer,
  from: number,
  last: number,
  fault: RangeFault | undefined,
): void {
  const to = Math.min(last + 1, body.length);
  response.writeHead(206, { 'Content-Range': `bytes ${from}-${to - 1}/${body.length}` });
  response.end(body.subarray(from, fault === 'short' ? to - 1 : to));
}
