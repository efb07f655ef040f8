import { latestRun } from '../../../state/lab-state';
import { expectedOf } from '../../../state/pace/expected';
import { type Expected, secondsLeftInAll } from '../../../state/pace/pace';
import { useLab } from '../../../state/use-lab';
import type { KnownInput } from '../../../sweep/plan/fit/known-input';

/** From what it is estimated how long a run with the current choices takes; null where none was timed, or its size is not known. */
export function useExpected(known: Partial<KnownInput>): Expected | null {
  // A run that has ended was timed.
  useLab((state) => latestRun(state).status);
  return expectedOf(
    useLab((state) => state.choices),
    known,
  );
}

/** About how many seconds the run that goes on still takes, whatever has been chosen since it began; null as above. */
export function useSecondsLeft(): number | null {
  const stages = useLab((state) => latestRun(state).stages);
  const expected = useLab((state) => state.expected);
  return expected && secondsLeftInAll(stages, expected.pace, expected.amount);
}
