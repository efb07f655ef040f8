import { next32, nextBounded } from './pcg64';

/** As in src/math/random/generator.ts, which says what each function here does. */
const FLOYD_POPULATION: i32 = 10000;
const FLOYD_SHARE: i32 = 50;

function at(words: usize, index: i32): usize {
  return words + ((<usize>index) << 2);
}

function swap(words: usize, i: i32, j: i32): void {
  const held = load<u32>(at(words, i));
  store<u32>(at(words, i), load<u32>(at(words, j)));
  store<u32>(at(words, j), held);
}

/** `takenBy`: for each of the population, the number of the sample that last took it; `sample` is another. */
function floyd(stream: usize, population: i32, size: i32, out: usize, takenBy: usize, sample: i32): void {
  const first = population - size;
  for (let largest = first; largest < population; largest++) {
    const drawn = <i32>nextBounded(stream, <u32>largest);
    const value = select<i32>(largest, drawn, load<i32>(at(takenBy, drawn)) == sample);
    store<i32>(at(takenBy, value), sample);
    store<i32>(at(out, largest - first), value);
  }
  for (let i = size - 1; i > 0; i--) swap(out, i, <i32>nextBounded(stream, <u32>i));
}

/** `identity`: 0 … population − 1, in order before and after; `swaps`: room for one word for each of these. */
function tailShuffle(
  stream: usize,
  population: i32,
  size: i32,
  out: usize,
  identity: usize,
  swaps: usize,
): void {
  const first = max(population - size, 1);
  for (let i = population - 1; i >= first; i--) {
    const j = <i32>nextBounded(stream, <u32>i);
    swap(identity, i, j);
    store<i32>(at(swaps, i), j);
  }
  memory.copy(out, at(identity, population - size), (<usize>size) << 2);
  for (let i = first; i < population; i++) {
    const j = load<i32>(at(swaps, i));
    store<i32>(at(identity, i), i);
    store<i32>(at(identity, j), j);
  }
}

/** `size` different whole numbers of 0 … population − 1, in random order. */
export function choose(
  stream: usize,
  population: i32,
  size: i32,
  out: usize,
  takenBy: usize,
  sample: i32,
  identity: usize,
  swaps: usize,
): void {
  if (population > FLOYD_POPULATION && size > population / FLOYD_SHARE) {
    tailShuffle(stream, population, size, out, identity, swaps);
  } else {
    floyd(stream, population, size, out, takenBy, sample);
  }
}

/** Draws what a shuffle of `size` values draws: words masked to the bits of i until one does not exceed it. */
export function passShuffle(stream: usize, size: i32): void {
  // A branch on the word drawn would be mispredicted one time in four.
  for (let i = size - 1; i > 0;) i -= i32((next32(stream) & ((<u32>-1) >> clz(<u32>i))) <= <u32>i);
}
