/** Queries per second over the repeats. */
export interface Speed {
  readonly median: number;
  readonly slowest: number;
  readonly fastest: number;
}

/** A clock in milliseconds, and the least by which it goes on. */
export interface Clock {
  readonly now: () => number;
  readonly step: number;
}

/** Repeats after a warm-up; each lasts at least so many milliseconds, and so many steps of the clock. */
const REPEATS = 3;
const REPEAT_MS = 0.1;
const REPEAT_STEPS = 20;

/** Queries per second over at least `least` milliseconds of the clock. */
function rate(answer: (batch: number) => number, least: number, now: () => number): number {
  const start = now();
  let answered = 0;
  let elapsed = 0;
  for (let batch = 0; elapsed < least; batch++) {
    answered += answer(batch);
    elapsed = now() - start;
  }
  return (1000 * answered) / elapsed;
}

/**
 * Times how fast queries are answered (PROTOCOL §7): `answer` does a batch of them, by its number, and tells how many
 * they were. The first batch is a warm-up.
 */
export function measureSpeed(answer: (batch: number) => number, { now, step }: Clock): Speed {
  answer(0);
  const least = Math.max(REPEAT_MS, REPEAT_STEPS * step);
  const rates = Array.from({ length: REPEATS }, () => rate(answer, least, now)).sort((a, b) => a - b);
  return { median: rates[REPEATS >> 1], slowest: rates[0], fastest: rates[REPEATS - 1] };
}
