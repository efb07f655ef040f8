import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { ISOLATION_HEADERS } from '../../src/lib/isolation-headers';
import { OFFICIAL_COCO } from '../../src/protocol/coco-places';
import { mount, mountHub, type Mount } from './mount';
import { passOn } from './pass-on';

export interface ServeOptions {
  /** The folder of the built page. */
  readonly root: string;
  /** URL prefix → local file or folder: "/datasets/…/val2017" → a folder of pictures. */
  readonly mounts?: Readonly<Record<string, string>>;
  /** A folder of models that is served as a mirror of a hub, below HUB_PATH. */
  readonly modelDir?: string | undefined;
  /** COCO's official host, where requests below `OFFICIAL_COCO.path` are passed on to; that of the protocol where absent. */
  readonly officialCoco?: string;
  /** A free port where absent. */
  readonly port?: number;
  /** More headers for every answer; they win over the isolation headers. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Where a folder of models is served as a hub. */
export const HUB_PATH = '/local/hub';

export interface Server {
  /** http://127.0.0.1:port, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the built page, and local files below URL prefixes, to this machine alone. Mounts may be read by pages of
 * other loopback origins, as a hub's files may by any page. There is no service worker: each request comes from the page itself.
 * @throws Error where a mount does not exist or the port is taken
 */
export async function serve({
  root,
  mounts = {},
  modelDir,
  officialCoco = OFFICIAL_COCO.host,
  port = 0,
  headers = {},
}: ServeOptions): Promise<Server> {
  const page = sirv(root, { dev: true, dotfiles: false });
  const mounted = Object.entries(mounts).map(([prefix, path]) => mount(prefix, path));
  if (modelDir !== undefined) mounted.push(mountHub(HUB_PATH, modelDir));
  mounted.push(passOn(`/${OFFICIAL_COCO.path}`, officialCoco));
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries({ ...ISOLATION_HEADERS, ...headers }))
      response.setHeader(name, value);
    answer(request, response, mounted, page);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  mounted: readonly Mount[],
  page: ReturnType<typeof sirv>,
): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405).end();
    return;
  }
  const path = decodedPath(request.url ?? '/');
  if (path === null) {
    response.writeHead(400).end();
    return;
  }
  if (path === '/sw.js') {
    response.writeHead(404).end();
    return;
  }
  const owner = mounted.find((one) => one.owns(path));
  if (owner === undefined) page(request, response);
  else owner.answer(path, request, response);
}

function decodedPath(url: string): string | null {
  try {
    return decodeURIComponent(url.split('?')[0]);
  } catch {
    return null;
  }
}
