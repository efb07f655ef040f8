import { expect, test } from 'vitest';
import { configOf, evaluatorsOf, madeUpInput, rowsOf, untimed } from '../../../tests/support/cells';
import { openKernels } from '../../../tools/kernels/open';
import { plainPacking } from '../../compress/plain-packing';
import { unitRows } from '../../compress/unit-rows';
import { PlainKernels } from '../../kernels/plain/plain';
import type { Matrix } from '../../math/matrix';
import type { Precision } from '../../protocol/sweep-config';
import type { Sides } from '../plan/input';
import { inputFromArrays } from '../plan/input';
import { ProjectionCache } from './projection-cache';

const DIMS = [4, 8, 12, 16];

/** Vectors whose numbers need all bits of a double, at several dimensions; the last is the base. */
const doubles = (): Record<number, Sides> => {
  const thirds = ({ data, ...shape }: Matrix): Matrix =>
    unitRows({ ...shape, data: Float64Array.from(data, (x) => x / 3 + 0.1) });
  return Object.fromEntries(
    DIMS.map((dim) => {
      const { text, image } = madeUpInput(60, 30, dim);
      return [dim, { text: thirds(text), image: thirds(image) }];
    }),
  );
};

const singles = ({ text, image }: Sides): Sides => {
  const single = ({ data, ...shape }: Matrix): Matrix => ({ ...shape, data: Float32Array.from(data) });
  return { text: single(text), image: single(image) };
};

const { qrels } = madeUpInput(60, 30, 4);

test.each(['exact', 'sampled'] as const)(
  'with %s pools, vectors that came in double precision measure as those rounded to single, with any number of evaluators',
  async (pools) => {
    const precisions: Precision[] = ['fp32', 'int8', 'binary'];
    const config = configOf({ dims: DIMS, precisions, pools, repeats: 2 });
    const given = doubles();
    const rounded = Object.fromEntries(Object.entries(given).map(([dim, sides]) => [dim, singles(sides)]));
    for (const kernels of [new PlainKernels(), openKernels('simd')]) {
      const expected = await rowsOf(inputFromArrays(rounded, qrels), config, evaluatorsOf(1, kernels));
      for (const members of [1, 3]) {
        const rows = await rowsOf(inputFromArrays(given, qrels), config, evaluatorsOf(members, kernels));
        expect(rows.map(untimed)).toEqual(expected.map(untimed));
      }
    }
  },
);

test('double precision stays where pools are the reference’s, and single precision is used as it is', () => {
  const given = doubles();
  const allocate = (bytes: number) => new ArrayBuffer(bytes);
  const vectors = new ProjectionCache(inputFromArrays(given, qrels), new PlainKernels(), allocate);
  const given8 = { dim: 8, projection: 'given' } as const;
  const [reference, exact] = [configOf({ pools: 'reference' }), configOf({})];
  expect(vectors.reserve(reference, given8)).toBe(false);
  expect(vectors.at(reference, given8)).toBe(given[8]);
  expect(vectors.reserve(exact, given8)).toBe(true);
  expect(vectors.at(exact, given8).text.data).toBeInstanceOf(Float32Array);

  const single = new ProjectionCache(
    inputFromArrays({ 8: singles(given[8]) }, qrels),
    new PlainKernels(),
    allocate,
  );
  expect(single.reserve(exact, { dim: 8, projection: 'none' })).toBe(false);
});

test('vectors are packed by the kernels’ own packing', () => {
  const means: Matrix[] = [];
  const kernels = Object.assign(new PlainKernels(), {
    packing: {
      ...plainPacking,
      columnMeans: (m: Matrix) => {
        means.push(m);
        return plainPacking.columnMeans(m);
      },
    },
  });
  const input = madeUpInput(60, 30, 8);
  const vectors = new ProjectionCache(input, kernels, (bytes) => new ArrayBuffer(bytes));
  vectors.pack({
    config: configOf({}),
    dim: 8,
    projection: 'none',
    precision: 'int8',
    direction: 'textToImage',
  });
  expect(means).toEqual([input.image]);
});

test('vectors of a dimension are let go with the last job that needs them, not before', () => {
  const allocate = (bytes: number) => new ArrayBuffer(bytes);
  const vectors = new ProjectionCache(madeUpInput(20, 10, 16), new PlainKernels(), allocate);
  const config = configOf({ dims: [8] });
  const space = { dim: 8, projection: 'random' } as const;
  const job = { config, ...space, precision: 'fp32' } as const;
  vectors.reserve(config, space);
  const sides = vectors.at(config, space);
  vectors.evict(job, false);
  expect(vectors.at(config, space)).toBe(sides);
  vectors.evict(job, true);
  expect(() => vectors.at(config, space)).toThrow('Nothing was reserved');
});
