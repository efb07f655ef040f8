import { expect, test } from 'vitest';
import { contentPolicy, headersFile, nginxHeaders, securityHeaders } from './policy';

test('nothing is allowed that the page does not need', () => {
  const policy = contentPolicy();
  expect(policy).toMatch(/^default-src 'none'; /);
  for (const lax of ["'unsafe-inline'", "'unsafe-eval'", ' * ', ' *;', "'strict-dynamic'"]) {
    expect(policy).not.toContain(lax);
  }
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  // A picture in its own address runs nothing; a script or a frame would.
  expect(policy.replace(/img-src [^;]+/, '')).not.toContain('data:');
});

test('a build can list the hosts that data and models may come from', () => {
  const policy = contentPolicy(' https://huggingface.co  https://*.hf.co ');
  expect(policy).toContain("connect-src 'self' https://huggingface.co https://*.hf.co;");
  expect(policy).not.toContain('127.0.0.1');
});

test.each(['huggingface.co', "https://a.b; script-src 'unsafe-inline'", 'https:', "'self'", 'https://a.b/c'])(
  'what is no host ends the build: %s',
  (hosts) => {
    expect(() => contentPolicy(hosts)).toThrow('no host');
  },
);

test('the files for hosts hold every header once, quoted as each needs it', () => {
  const headers = securityHeaders();
  const [all, assets] = headersFile(headers).split('/assets/*');
  for (const [name, value] of Object.entries(headers)) {
    expect(all).toContain(`\n  ${name}: ${value}\n`);
    expect(value).not.toMatch(/["\n$]/);
    expect(nginxHeaders(headers)).toContain(`add_header ${name} "${value}" always;\n`);
  }
  expect(assets).toContain('immutable');
});
