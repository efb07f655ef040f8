/** Queries per second over the repeats. */
export interface Speed {
  readonly median: number;
  readonly slowest: number;
  readonly fastest: number;
}

/** Three repeats after a warm-up, each at least this long: about 10 ms in all. */
const REPEATS = 3;
const REPEAT_MS = 2.5;

/** Queries per second over at least REPEAT_MS of the clock, each query asked for by its number, round and round. */
function rate(answer: (q: number) => void, queries: number, now: () => number): number {
  const start = now();
  let answered = 0;
  let elapsed = 0;
  while (elapsed < REPEAT_MS) {
    answer(answered++ % queries);
    elapsed = now() - start;
  }
  return (1000 * answered) / elapsed;
}

/** Times how fast queries are answered; `now` is a clock in milliseconds (PROTOCOL §7). */
export function measureSpeed(answer: (q: number) => void, queries: number, now: () => number): Speed {
  rate(answer, queries, now);
  const rates = Array.from({ length: REPEATS }, () => rate(answer, queries, now)).sort((a, b) => a - b);
  return { median: rates[REPEATS >> 1], slowest: rates[0], fastest: rates[REPEATS - 1] };
}
