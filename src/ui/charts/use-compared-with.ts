import { ownBaseline } from '../../state/baseline';
import { useLab } from '../../state/use-lab';
import { BASELINE } from '../../sweep/plan/cell-groups';
import type { Setting } from '../../sweep/plan/setting';
import { baseSpace } from '../../sweep/plan/spaces';
import { useBaseline } from './baseline';

/** What the rows in view are compared with: the pinned cell, else the one that a sweep compares all others with; undefined where nothing. */
export function useComparedWith(): Setting | undefined {
  const { pinned } = useBaseline();
  const isCompared = useLab((state) => ownBaseline(state) !== null);
  const vectors = useLab((state) => state.run.record!.vectors);
  return pinned ?? (isCompared ? { ...baseSpace(vectors), precision: BASELINE } : undefined);
}
