import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

/** A host of static files that sends no headers of its own, as the simplest hosts do. */
export interface StaticHost {
  /** The address of the page's folder. */
  readonly url: string;
  /** Paths that were asked for, from the folder on. */
  readonly asked: string[];
  /** Serves another folder in its place. */
  deploy(folder: string): void;
  /** No answer from here on, as without a network. */
  close(): Promise<void>;
}

/** Serves a folder under `/a/b/`. */
export async function staticHost(folder: string): Promise<StaticHost> {
  const path = '/a/b/';
  const asked: string[] = [];
  let files = sirv(folder, { dev: true });
  const server: Server = createServer((request, response) => {
    if (!request.url!.startsWith(path)) return void response.writeHead(404).end();
    request.url = request.url!.slice(path.length - 1);
    asked.push(request.url.slice(1));
    files(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  let isOpen = true;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    asked,
    deploy(other) {
      files = sirv(other, { dev: true });
    },
    close: () =>
      new Promise((resolve) => {
        if (!isOpen) return resolve();
        isOpen = false;
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
