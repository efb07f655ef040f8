import { useMemo } from 'react';
import { latestRun } from '../../../state/lab-state';
import { secondsAt, secondsLeftInAll } from '../../../state/pace/pace';
import { paceFor } from '../../../state/pace/remember-pace';
import { useLab } from '../../../state/use-lab';
import type { KnownInput } from '../../../sweep/plan/fit/known-input';

/** About how many seconds a run with the current choices takes; null where none was timed, or its size is not known. */
export function useExpectedSeconds({ images, texts }: Partial<KnownInput>): number | null {
  const choices = useLab((state) => state.choices);
  const status = useLab((state) => latestRun(state).status);
  const pace = useMemo(() => (status === undefined ? null : paceFor(choices)), [choices, status]);
  return pace && images && texts ? secondsAt(pace, { images, texts }) : null;
}

/** About how many seconds the run that goes on still takes, whatever has been chosen since it began; null as above. */
export function useSecondsLeft(): number | null {
  const stages = useLab((state) => latestRun(state).stages);
  const expected = useLab((state) => state.expected);
  return expected && secondsLeftInAll(stages, expected.pace, expected.amount);
}
