import type { LabState } from '../lab-state';
import { fromFragment, toFragment } from '../link';
import { currentRequest, isMeasuredHere } from '../run-controller';

/** The choices that the run on screen was started with, as a link has them; null where they are not known, as of results from a file. */
export function fragmentOfRun({ run, history }: Pick<LabState, 'run' | 'history'>): string | null {
  if (!run.record || run.record.opened) return null;
  const { started } = run.record;
  const entry = history.find(({ id }) => id === started);
  if (entry) return toFragment(fromFragment(entry.fragment).choices);
  const request = isMeasuredHere(started) ? currentRequest() : undefined;
  return request ? toFragment(request.choices) : null;
}
