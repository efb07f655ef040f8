import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from './spread-labels';

test('labels keep their order and their distance, and stay within bounds where there is room', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 15 }), (places) => {
      const spread = spreadLabels(places, 12, 0, 200);
      const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b]);
      order.slice(1).forEach((i, n) => expect(spread[i] - spread[order[n]]).toBeGreaterThanOrEqual(12));
      for (const place of spread) expect(place >= 0 && place <= 200).toBe(true);
    }),
  );
});

test('labels that are apart stay where they are', () => {
  expect(spreadLabels([80, 20, 50], 12, 0, 100)).toEqual([80, 20, 50]);
});
