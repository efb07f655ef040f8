import { expect, test } from 'vitest';
import type { Rgb } from './resample';
import { fitted, shrink } from './thumbnail';

function shrunk(image: Rgb, longest: number) {
  const size = fitted(image, longest);
  const pixels = { ...size, data: new Uint8ClampedArray(size.width * size.height * 4) };
  shrink(image, pixels);
  return pixels;
}
const grey = (width: number, height: number, valueAt: (x: number, y: number) => number): Rgb => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height * 3 }, (_, i) =>
    valueAt(Math.floor(i / 3) % width, Math.floor(i / 3 / width)),
  ),
});

test('the longer side is at most as long as asked for, and the shape stays', () => {
  expect(fitted({ width: 640, height: 427 }, 96)).toEqual({ width: 96, height: 64 });
  expect(fitted({ width: 427, height: 640 }, 96)).toEqual({ width: 64, height: 96 });
  expect(fitted({ width: 30, height: 20 }, 96)).toEqual({ width: 30, height: 20 });
  expect(fitted({ width: 9000, height: 2 }, 96)).toEqual({ width: 96, height: 1 });
});

test('a picture that is small enough stays as it is', () => {
  const image = grey(3, 2, (x, y) => 50 * x + 20 * y);
  const { data } = shrunk(image, 96);
  expect([...data].filter((_, i) => i % 4 === 0)).toEqual([0, 50, 100, 20, 70, 120]);
});

test('a picture of one colour keeps it, opaque', () => {
  const { data } = shrunk(
    grey(500, 301, () => 77),
    96,
  );
  expect(new Set(data)).toEqual(new Set([77, 255]));
});

test('each pixel is the mean of its place', () => {
  // Columns 0 and 255 in turn: halved, every pixel covers one of each.
  const { data } = shrunk(
    grey(8, 8, (x) => 255 * (x % 2)),
    4,
  );
  expect(new Set([...data].filter((_, i) => i % 4 !== 3))).toEqual(new Set([128]));
  const halves = shrunk(
    grey(192, 192, (x) => (x < 96 ? 10 : 200)),
    96,
  ).data;
  expect([halves[47 * 4], halves[48 * 4]]).toEqual([10, 200]);
});
