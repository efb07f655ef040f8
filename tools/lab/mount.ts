import { existsSync, readdirSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, dirname, join, resolve } from 'node:path';
import sirv from 'sirv';

/** A local file or folder below a URL prefix. Paths are decoded, without the query. */
export interface Mount {
  owns(path: string): boolean;
  answer(path: string, request: IncomingMessage, response: ServerResponse): void;
}

/**
 * Mounts a file at exactly `prefix`, or a folder below it; `prefix/index.json` then lists the names of its files.
 * @throws Error (ENOENT) where the path does not exist
 */
export function mount(prefix: string, localPath: string): Mount {
  const path = resolve(localPath);
  const at = prefix.replace(/\/+$/, '');
  return statSync(path).isDirectory() ? mountFolder(at, path) : mountFile(at, path);
}

function mountFile(at: string, file: string): Mount {
  const send = sender(dirname(file));
  return {
    owns: (path) => path === at,
    answer: (_path, request, response) => send(basename(file), request, response),
  };
}

function mountFolder(at: string, folder: string): Mount {
  const send = sender(folder);
  return {
    owns: (path) => path.startsWith(`${at}/`),
    answer(path, request, response) {
      const name = path.slice(at.length + 1);
      if (name === 'index.json') list(folder, request, response);
      else send(name, request, response);
    },
  };
}

/**
 * Mounts a folder of models as a mirror of a hub below `prefix`: `owner/name/resolve/revision/file` is that path below the
 * folder, or else `owner/name/file`.
 * @throws Error (ENOENT) where the folder does not exist
 */
export function mountHub(prefix: string, localPath: string): Mount {
  const folder = resolve(localPath);
  statSync(folder);
  const send = sender(folder);
  return {
    owns: (path) => path.startsWith(`${prefix}/`),
    answer(path, request, response) {
      const name = path.slice(prefix.length + 1);
      const isThere = !name.includes('..') && existsSync(join(folder, name));
      send(isThere ? name : name.replace(/^([^/]+\/[^/]+)\/resolve\/[^/]+\//, '$1/'), request, response);
    },
  };
}

/** Sends files of a folder and never leaves it: sirv resolves the path and refuses what lies outside. */
function sender(folder: string) {
  const files = sirv(folder, { dev: true, extensions: [] });
  return (name: string, request: IncomingMessage, response: ServerResponse) => {
    allowLoopback(request, response);
    // sirv caches the parsed URL by its text, and undoes encodeURI alone.
    request.url = `/${encodeURI(name)}`;
    files(request, response);
  };
}

function list(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
  allowLoopback(request, response);
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(names));
}

/** Pages of this machine may read; a web site that a person has open may not. */
function allowLoopback(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers;
  response.setHeader('Vary', 'Origin');
  if (origin !== undefined && /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(origin)) {
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.setHeader('Access-Control-Expose-Headers', 'Accept-Ranges, Content-Range, ETag');
  }
}
