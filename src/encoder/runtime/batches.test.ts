import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matrix } from '../../math/matrix';
import { batchShape, inBatches } from './batches';

const graph = (text: string) => new TextEncoder().encode(text);

test('a graph that quantises by the range of its batch is given one row at a time, on any device', () => {
  for (const device of ['wasm', 'webgpu'] as const) {
    expect(batchShape(graph('DDynamic\0DynamicQuantizeLinear'), device).most).toBe(1);
  }
  expect(batchShape(graph('DynamicQuanti'), 'wasm').most).toBe(Infinity);
  expect(batchShape(graph('MatMul'), 'webgpu')).toMatchObject({ isFixed: true });
});

test('on WebGPU every batch has the same shape, whatever the number of items', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 70 }), async (count) => {
      const sizes = new Set<number>();
      const items = Array.from({ length: count }, (_, i) => i);
      const vectors = await inBatches(items, batchShape(graph(''), 'webgpu'), async (batch) => {
        sizes.add(batch.length);
        return matrix(batch.length, 2, Float32Array.from(batch.flatMap((i) => [i, 2 * i])));
      });
      expect(sizes.size).toBe(1);
      expect([...vectors.data]).toEqual(items.flatMap((i) => [i, 2 * i]));
    }),
  );
});
