import { ISOLATION_HEADERS } from '../../src/lib/isolation-headers.ts';

/** Any host over https:, because a person may type the address of data and models, and this machine for mirrors on it. */
const ANY_HOST = ['https:', 'http://127.0.0.1:*', 'http://localhost:*'];

/**
 * The page's Content-Security-Policy.
 * @param hosts that the page may fetch data and models from beside its own, separated by spaces; any over https: where there are none
 */
export function contentPolicy(hosts = ''): string {
  const named = hosts.split(/\s+/).filter(Boolean);
  for (const host of named) {
    if (!/^https?:\/\/[\w.*:-]+$/.test(host))
      throw new Error(`${host} is no host such as https://example.org.`);
  }
  return Object.entries({
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'worker-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'blob:', 'data:'],
    'connect-src': ["'self'", ...(named.length > 0 ? named : ANY_HOST)],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['default'],
  })
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');
}

/** The headers that a host should send with every file; the page works without them too. */
export const securityHeaders = (hosts?: string): Readonly<Record<string, string>> => ({
  // A meta element cannot say who may frame the page.
  'Content-Security-Policy': `${contentPolicy(hosts)}; frame-ancestors 'none'`,
  ...ISOLATION_HEADERS,
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), display-capture=()',
  'X-Content-Type-Options': 'nosniff',
});

const FOREVER = 'public, max-age=31536000, immutable';

/** A `_headers` file as Netlify and Cloudflare Pages read it; files below assets/ are named by their content. */
export const headersFile = (headers: Readonly<Record<string, string>>): string =>
  [
    '/*',
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    '/assets/*',
    `  Cache-Control: ${FOREVER}`,
    '',
  ].join('\n');

/** The same headers as directives of nginx, for a file that a server block includes. */
export const nginxHeaders = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `add_header ${name} "${value}" always;\n`)
    .join('');
