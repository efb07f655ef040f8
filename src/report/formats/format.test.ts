import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bytes,
  cosine,
  count,
  day,
  duration,
  minute,
  percent,
  percentRange,
  perSecond,
  ratioOf,
  second,
  secondInZone,
  zoneOf,
} from './format';

test.each([
  [0, '.000'],
  [0.9744, '.974'],
  [0.9996, '1.000'],
  [1, '1.000'],
  [-0.25, '-.250'],
  [-0.0004, '.000'],
])('the cosine %d reads %s', (value, text) => {
  expect(cosine(value)).toBe(text);
});

test('per cent have one decimal, and a second where one would round them to 0.0', () => {
  expect([0, 0.0004, 0.9956, 1].map(percent)).toEqual(['0.0 %', '0.04 %', '99.6 %', '100.0 %']);
});

test('what is larger is so many times the other, not hundreds of per cent of it', () => {
  expect([0.2519, 0.9961, 1.992, 3.968, 12.5].map(ratioOf)).toEqual([
    '25.2 % of',
    '99.6 % of',
    '1.99 ×',
    '3.97 ×',
    '12.5 ×',
  ]);
});

test('the unit of an interval stands once', () => {
  expect(percentRange(0.961, 0.985)).toBe('96.1–98.5 %');
});

test.each([
  [0, '0 B'],
  [512, '512 B'],
  [999, '999 B'],
  [1024, '1.02 kB'],
  [12_000, '12 kB'],
  [350_999_999, '351 MB'],
  [999_600, '1 MB'],
  [4_000_000_000_000, '4000 GB'],
])('%d bytes read %s', (value, text) => {
  expect(bytes(value)).toBe(text);
});

test('bytes below a terabyte never have more than three figures and are right to half of the last', () => {
  const factor: Record<string, number> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_000_000_000 }), (value) => {
      const [number, unit] = bytes(value).split(' ');
      expect(number.replace('.', '').replace(/^0+/, '').length).toBeLessThanOrEqual(3);
      expect(Math.abs(Number(number) * factor[unit] - value) / value).toBeLessThanOrEqual(0.005);
    }),
    { examples: [[999_999], [999_499], [1_000_000]] },
  );
});

test('thousands are set apart by a narrow space', () => {
  expect([7, 999, 25014, 1_234_567].map(count)).toEqual(['7', '999', '25\u202f014', '1\u202f234\u202f567']);
});

test('rates have at most three figures', () => {
  expect([0.1234, 12.53, 99.96, 840.4, 12_345].map(perSecond)).toEqual([
    '0.123',
    '12.5',
    '100',
    '840',
    '12\u202f300',
  ]);
});

test.each([
  [0.44, '0.4 s'],
  [12.3, '12 s'],
  [119.7, '2 min 0 s'],
  [200, '3 min 20 s'],
  [3599.6, '1.0 h'],
  [5400, '1.5 h'],
])('%d seconds read %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

test('times are those where the page is read; what is no time stays as it is', () => {
  const time = new Date(2026, 10, 29, 23, 5, 6, 7).toISOString();
  expect([day, minute, second].map((write) => write(time))).toEqual([
    '2026-11-29',
    '2026-11-29 23:05',
    '2026-11-29 23:05:06',
  ]);
  expect(secondInZone(time)).toMatch(/^2026-11-29 23:05:06 UTC([+−]\d{1,2}(:\d\d)?)?$/);
  expect(minute('2026-13-29T23:05:06Z')).toBe('2026-13-29T23:05:06Z');
  expect([minute, secondInZone].map((write) => write('on a Sunday in November'))).toEqual([
    'on a Sunday in November',
    'on a Sunday in November',
  ]);
});

test.each([
  [0, 'UTC'],
  [-60, 'UTC+1'],
  [210, 'UTC−3:30'],
  [-345, 'UTC+5:45'],
])('an offset of %d minutes is the zone %s', (offset, zone) => {
  expect(zoneOf({ getTimezoneOffset: () => offset } as Date)).toBe(zone);
});
