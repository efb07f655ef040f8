import { nextBounded } from './pcg64';

/** How often each of `count` resamples (rows of `clusters` 16-bit numbers) takes each cluster. */
export function drawResamples(stream: usize, clusters: i32, count: i32, out: usize): void {
  const bytes = (<usize>clusters) << 1;
  memory.fill(out, 0, <usize>count * bytes);
  for (let b = 0; b < count; b++, out += bytes) {
    for (let i = 0; i < clusters; i++) {
      const taken = out + ((<usize>nextBounded(stream, <u32>clusters - 1)) << 1);
      store<u16>(taken, load<u16>(taken) + 1);
    }
  }
}
