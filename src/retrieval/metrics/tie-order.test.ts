import { expect, test } from 'vitest';
import { negativesAhead } from './tie-order';

/** Every order of t negatives (0) and g relevant items (1). */
function orders(t: number, g: number): number[][] {
  if (t + g === 0) return [[]];
  return [
    ...(t > 0 ? orders(t - 1, g).map((rest) => [0, ...rest]) : []),
    ...(g > 0 ? orders(t, g - 1).map((rest) => [1, ...rest]) : []),
  ];
}

test('negatives ahead of a tied relevant item are distributed as over every order', () => {
  for (const [t, g] of [
    [0, 2],
    [1, 1],
    [4, 1],
    [3, 2],
    [5, 4],
  ]) {
    for (let j = 1; j <= g; j++) {
      const seen = new Float64Array(t + 1);
      const all = orders(t, g);
      for (const order of all) {
        const place = order.findIndex(
          (_, i) => order[i] === 1 && order.slice(0, i).filter(Boolean).length === j - 1,
        );
        seen[place - (j - 1)] += 1 / all.length;
      }
      const chances = negativesAhead(t, g, j);
      expect(chances.length).toBe(t + 1);
      chances.forEach((chance, a) => expect(chance).toBeCloseTo(seen[a], 12));
    }
  }
});

test('the chances of 7 relevant items among 25,000 tied negatives add up to 1', () => {
  for (let j = 1; j <= 7; j++) {
    expect(negativesAhead(25000, 7, j).reduce((sum, chance) => sum + chance)).toBeCloseTo(1, 10);
  }
});
