import { useMemo } from 'react';
import { knownInput } from '../../../state/known-input';
import { latestRun } from '../../../state/lab-state';
import { secondsAt, secondsLeftInAll } from '../../../state/pace/pace';
import { paceFor } from '../../../state/pace/remember-pace';
import { useLab } from '../../../state/use-lab';
import type { KnownInput } from '../../../sweep/plan/fit/known-input';

/** About how many seconds a run with the current choices takes; null where none was timed, or its size is not known. */
export function useExpectedSeconds({ images, texts }: Partial<KnownInput>): number | null {
  const pace = usePace();
  return pace && images && texts ? secondsAt(pace, { images, texts }) : null;
}

/** About how many seconds the run that goes on still takes; null as above. */
export function useSecondsLeft(): number | null {
  const pace = usePace();
  const stages = useLab((state) => latestRun(state).stages);
  const choices = useLab((state) => state.choices);
  const inspection = useLab((state) => state.inspection);
  const { images, texts } = knownInput({ choices, inspection });
  return pace && images && texts ? secondsLeftInAll(stages, pace, { images, texts }) : null;
}

/** Of the last run with the chosen model, weights and device. */
function usePace() {
  const choices = useLab((state) => state.choices);
  const status = useLab((state) => latestRun(state).status);
  return useMemo(() => (status === undefined ? null : paceFor(choices)), [choices, status]);
}
