/** Something whose time is measured against others'. */
export interface Runner {
  readonly name: string;
  /** Gives the seconds that it took. */
  run(): Promise<number>;
}

/**
 * Seconds of each runner, so many rounds, after one that does not count. In each round all take their turn, so that a slow
 * minute of the machine slows all.
 */
export async function inTurn<R extends Runner>(
  runners: readonly R[],
  rounds: number,
  say: (line: string) => void,
): Promise<ReadonlyMap<R, readonly number[]>> {
  const measured = new Map(runners.map((runner) => [runner, [] as number[]]));
  for (let round = 0; round <= rounds; round++) {
    say(round === 0 ? 'warm-up' : `round ${round} of ${rounds}`);
    for (const runner of runners) {
      const taken = await runner.run();
      if (round > 0) measured.get(runner)!.push(taken);
    }
  }
  return measured;
}
