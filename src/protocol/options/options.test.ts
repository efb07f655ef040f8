import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CHOICES, OPTION_LIST, valuesOf } from '../choices';
import { checked, readText } from './check';
import { SOURCE_OPTIONS } from './data';

const flags = OPTION_LIST.flatMap(([, { flag }]) => ('name' in flag ? [flag.name] : []));
const repeated = (names: readonly string[]) => names.filter((name, i) => names.indexOf(name) < i);

describe.each(OPTION_LIST)('%s', (name, option) => {
  test('has a label, a sentence and a key in links', () => {
    const { label, why, link } = option;
    expect({ label, why, link }).toEqual({
      label: expect.stringMatching(/^\S.*[^.\s]$/) as string,
      why: expect.stringMatching(/\.$/) as string,
      link: expect.stringMatching(/^[a-zA-Z]+$/) as string,
    });
  });

  test('has a flag with its help, or is set by one that exists', () => {
    const { flag } = option;
    if ('name' in flag) {
      expect(flag.name).toMatch(/^[a-z_]+$/);
      expect(flag.help).not.toBe('');
    } else expect(flags).toContain(flag.setBy);
  });

  test('has a default that is allowed and survives as text', () => {
    expect(checked(option, option.default)).toEqual(option.default);
    expect(readText(option, option.write(option.default))).toEqual(option.default);
  });

  test('starts with its default', () => {
    expect(valuesOf(DEFAULT_CHOICES)[name]).toEqual(option.default);
  });

  test('refuses what is no value of any option', () => {
    for (const value of [undefined, {}, NaN, -1, [[]], Symbol('x')]) {
      expect(() => checked(option, value)).toThrow();
    }
  });
});

test('keys in links and flags are different from each other', () => {
  expect(repeated(OPTION_LIST.map(([, { link }]) => link))).toEqual([]);
  expect(repeated(flags)).toEqual([]);
});

test('an address that is taken has no other scheme than http and https, as a browser reads it', () => {
  const schemes = fc.constantFrom(
    'javascript:',
    'data:',
    'blob:',
    'file:',
    'http:',
    'https://',
    'HTTPS://',
    '//',
    '',
  );
  const noise = fc.string({
    unit: fc.constantFrom('\t', '\n', '\0', '\u001f', ' ', 'a', ':', '/', '\\', '.'),
    maxLength: 4,
  });
  const texts = fc
    .tuple(noise, schemes, noise, fc.string())
    .chain(([before, scheme, , after]) =>
      fc.nat(scheme.length).map((at) => `${before}${scheme.slice(0, at)}\n${scheme.slice(at)}${after}`),
    );
  const plain = fc.tuple(noise, schemes, noise, fc.string()).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(texts, plain, fc.webUrl()), (text) => {
      try {
        checked(SOURCE_OPTIONS.npzUrl, text);
      } catch {
        return;
      }
      const base = 'https://page.invalid/';
      if (URL.canParse(text, base)) expect(new URL(text, base).protocol).toMatch(/^https?:$/);
    }),
    { numRuns: 2000 },
  );
});

test('addresses and paths beside the page are taken', () => {
  for (const text of [
    '',
    'a b/c.json',
    './x?y=a:b',
    '/models/clip/',
    'owner/name@v2',
    'https://host.example/a',
    'HTTP://h',
  ]) {
    expect(checked(SOURCE_OPTIONS.npzUrl, text)).toBe(text);
  }
});
