import { expect, it } from 'vitest';
import { judge, type Report } from './judge';

const report = (performance: number, paint: number): Report => ({
  categories: {
    performance: { score: performance },
    accessibility: { score: 1 },
    'best-practices': { score: 1 },
    seo: { score: 1 },
  },
  audits: Object.fromEntries(
    [
      'first-contentful-paint',
      'largest-contentful-paint',
      'speed-index',
      'total-blocking-time',
      'cumulative-layout-shift',
    ].map((id) => [id, { score: 1, numericValue: paint }]),
  ),
});

it('the median of the visits is held against the targets', () => {
  const { table, met } = judge([report(1, 900), report(0.5, 2000), report(0.99, 800)]);
  expect(met).toBe(true);
  expect(table).toContain('| performance | ≥ 99 | 99 | 50 to 100 | yes |');
  expect(table).toContain('| first paint | ≤ 1.00 s | 0.90 s | 0.80 s to 2.00 s | yes |');
});

it('one target that is missed is enough', () => {
  expect(judge([report(0.98, 900)]).met).toBe(false);
  expect(judge([report(1, 1100)]).met).toBe(false);
});
