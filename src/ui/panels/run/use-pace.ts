import { useMemo } from 'react';
import { latestRun } from '../../../state/lab-state';
import { expectedOf } from '../../../state/pace/expected';
import { secondsAt, secondsLeftInAll } from '../../../state/pace/pace';
import { useLab } from '../../../state/use-lab';
import type { KnownInput } from '../../../sweep/plan/fit/known-input';

/** About how many seconds a run with the current choices takes; null where none was timed, or its size is not known. */
export function useExpectedSeconds({ images, texts }: Partial<KnownInput>): number | null {
  const choices = useLab((state) => state.choices);
  const status = useLab((state) => latestRun(state).status);
  const expected = useMemo(
    // A run that has ended was timed.
    () => (status === undefined ? null : expectedOf(choices, { images, texts })),
    [choices, status, images, texts],
  );
  return expected && secondsAt(expected.pace, expected.amount);
}

/** About how many seconds the run that goes on still takes, whatever has been chosen since it began; null as above. */
export function useSecondsLeft(): number | null {
  const stages = useLab((state) => latestRun(state).stages);
  const expected = useLab((state) => state.expected);
  return expected && secondsLeftInAll(stages, expected.pace, expected.amount);
}
