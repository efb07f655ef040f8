/** Queries per second over the samples. */
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

/** How long speed is timed. */
export interface Timing {
  /** An odd number, of which one is the median. */
  readonly samples: number;
  /** Milliseconds that each lasts at least. */
  readonly sampleMs: number;
  /** Milliseconds that go before them, untold: one batch at least. */
  readonly warmUpMs: number;
}

/** In passing, while a sweep measures something else: too short to tell one cell from another. */
export const ROUGH: Timing = { samples: 3, sampleMs: 0.1, warmUpMs: 0 };
/** Long enough for a spread that means something: .35 s in all. */
export const STEADY: Timing = { samples: 7, sampleMs: 50, warmUpMs: 50 };

/** Steps of the clock that a sample lasts at least. */
const STEPS = 20;

/** Queries per second over at least `least` milliseconds of the clock, and one batch. */
function rate(answer: (batch: number) => number, least: number, now: () => number): number {
  const start = now();
  let answered = 0;
  let elapsed = 0;
  let batch = 0;
  do {
    answered += answer(batch++);
    elapsed = now() - start;
  } while (elapsed < least);
  return (1000 * answered) / elapsed;
}

/**
 * Times how fast queries are answered (PROTOCOL §7): `answer` does a batch of them, by its number, and tells how many
 * they were.
 */
export function measureSpeed(
  answer: (batch: number) => number,
  { now, step }: Clock,
  { samples, sampleMs, warmUpMs }: Timing,
): Speed {
  rate(answer, warmUpMs, now);
  const least = Math.max(sampleMs, STEPS * step);
  const rates = Array.from({ length: samples }, () => rate(answer, least, now)).sort((a, b) => a - b);
  return { median: rates[samples >> 1], slowest: rates[0], fastest: rates[samples - 1] };
}
