import { expect, test } from 'vitest';
import { givingWay } from './give-way';

test('long work lets others in, and goes on by itself before that', async () => {
  const order: string[] = [];
  const giveWay = givingWay();
  setTimeout(() => order.push('another'));
  await giveWay();
  order.push('first piece');
  for (const began = performance.now(); performance.now() - began < 20;);
  await giveWay();
  order.push('second piece');
  expect(order).toEqual(['first piece', 'another', 'second piece']);
});
