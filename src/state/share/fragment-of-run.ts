import type { LabState } from '../lab-state';
import { fromFragment, toFragment } from '../link';
import { currentRequest, isMeasuredHere } from '../run-controller';

/** The choices that the run on screen was started with, as a link has them; null where they are not known. */
export function fragmentOfRun({ run, history }: Pick<LabState, 'run' | 'history'>): string | null {
  const started = run.record?.started;
  if (started === undefined) return null;
  const request = isMeasuredHere(started) ? currentRequest() : undefined;
  if (request) return toFragment(request.choices);
  const entry = history.find(({ id }) => id === started);
  return entry ? toFragment(fromFragment(entry.fragment).choices) : null;
}
