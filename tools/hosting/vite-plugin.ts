import type { Plugin } from 'vite';
import { contentPolicy, headersFile, nginxHeaders, securityHeaders } from './policy.ts';

/** Writes the Content-Security-Policy into the built page, and beside it the headers for hosts that can send them. */
export function hosting(hosts: string | undefined): Plugin {
  const headers = securityHeaders(hosts);
  return {
    name: 'hosting',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => ({
        // The page's header is painted before the script is there, which then must not take the line from the styles.
        html: html.replace('<script type="module"', '<script type="module" fetchpriority="low"'),
        tags: [
          {
            tag: 'meta',
            attrs: { 'http-equiv': 'Content-Security-Policy', content: contentPolicy(hosts) },
            injectTo: 'head-prepend',
          },
        ],
      }),
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile(headers) });
      this.emitFile({ type: 'asset', fileName: 'nginx-headers.conf', source: nginxHeaders(headers) });
    },
  };
}
