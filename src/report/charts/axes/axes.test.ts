import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesAxis } from './bytes-axis';
import { dotsAxis, isInView, linesAxis, qualityAxis } from './quality-axis';
import { speedAxis } from './speed-axis';

const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });
const ranks = fc.array(fc.double({ min: 1, max: 50_000, noNaN: true }), { minLength: 1, maxLength: 20 });

test('an axis of quality holds every value, begins and ends with a tick, and has a few of them', () => {
  const law = (unit: 'share' | 'rank', values: number[]) => {
    const { domain, ticks } = qualityAxis(unit, values);
    const ends = [Math.min(...domain), Math.max(...domain)];
    expect(Math.min(...values)).toBeGreaterThanOrEqual(ends[0] - 1e-9);
    expect(Math.max(...values)).toBeLessThanOrEqual(ends[1] + 1e-9);
    const sorted = [...ticks].sort((a, b) => a - b);
    expect([sorted[0], sorted.at(-1)]).toEqual(ends.map((end) => expect.closeTo(end, 6)));
    expect(ticks.length).toBeLessThanOrEqual(8);
  };
  fc.assert(fc.property(shares, (values) => law('share', values)));
  fc.assert(fc.property(ranks, (values) => law('rank', values)));
});

test('an axis says where it starts exactly when that is not zero', () => {
  fc.assert(
    fc.property(shares, (values) => {
      const { domain, startsAt } = qualityAxis('share', values);
      expect(startsAt).toBe(domain[0] === 0 ? null : domain[0]);
    }),
  );
  expect(qualityAxis('share', [0.62, 0.81]).startsAt).toBe(0.6);
  expect(qualityAxis('share', [0.62, 0.81], true)).toMatchObject({ domain: [0, 1], startsAt: null });
});

test('a level of chance is drawn where the axis of the dots or the lines reaches to it', () => {
  const dots = [{ quality: { mean: 0.7, low: 0.65, high: 0.75 } }];
  const share = { unit: 'share' } as const;
  expect(isInView(0.01, dotsAxis(dots, share, false))).toBe(false);
  expect(isInView(0.01, dotsAxis(dots, share, true))).toBe(true);
  expect(isInView(NaN, dotsAxis(dots, share, true))).toBe(false);
  const series = [{ id: 'a', dim: 512, projection: 'none', precision: 'fp16' }] as const;
  const points = [{ candidates: 100, chance: 0.1, a: 0.2 }];
  expect(isInView(0.1, linesAxis({ series, points }, share, false))).toBe(false);
  expect(isInView(0.2, linesAxis({ series, points }, share, false))).toBe(true);
});

test('an axis of ranks has the best above', () => {
  expect(qualityAxis('rank', [3, 18]).domain).toEqual([20, 1]);
});

test('bytes have a tick at each doubling, fewer where they do not fit', () => {
  const { ticks, format } = bytesAxis([64, 2052], 10);
  expect(ticks.map(format)).toEqual(['64 B', '128 B', '256 B', '512 B', '1 kB', '2 kB']);
  expect(bytesAxis([64, 2052], 3).ticks).toEqual([64, 256, 1000]);
});

test('an axis of speed holds every value with room, and has as many round ticks as fit', () => {
  const speeds = fc.array(fc.double({ min: 1, max: 1e7, noNaN: true }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(speeds, fc.integer({ min: 8, max: 20 }), (values, most) => {
      const { domain, ticks } = speedAxis(values, most);
      expect(domain[0]).toBeLessThan(Math.min(...values));
      expect(domain[1]).toBeGreaterThan(Math.max(...values));
      expect(ticks.length).toBeLessThanOrEqual(most);
      for (const tick of ticks) expect(String(tick)).toMatch(/^[12357]0*$|^0\.[0]*[12357]$/);
    }),
  );
  expect(speedAxis([2000, 40_000], 7).ticks).toEqual([2000, 5000, 10_000, 20_000, 50_000]);
});
