import { get } from 'node:http';
import type { Mount } from './mount';

/** Requests below `prefix` are answered by a host that speaks http: its path is what follows the prefix. */
export function passOn(prefix: string, host: string): Mount {
  return {
    owns: (path) => path.startsWith(`${prefix}/`),
    answer(path, { method, headers: { range } }, response) {
      const url = new URL(host);
      // Set, not resolved: a path that begins with two slashes would name another host.
      url.pathname = url.pathname.replace(/\/$/, '') + path.slice(prefix.length);
      const asked = get(url, { method, headers: range === undefined ? {} : { range } }, (answer) => {
        const { statusCode, headers } = answer;
        response.writeHead(statusCode ?? 502, headers);
        answer.pipe(response);
      });
      asked.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
      response.on('close', () => asked.destroy());
    },
  };
}
