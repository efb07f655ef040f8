import type { Candidate } from '../../../report/choose/choose';
import { baselineOnScreen } from '../../../state/baseline';
import { useLab } from '../../../state/use-lab';
import { cellKey } from '../../../sweep/plan/setting';
import { useBaseline } from '../../charts/baseline';
import { CHOOSE } from './texts';

/** What a cell is beside the one that all are compared with: the difference in words, or that it is that one itself. */
export interface ChangeWords {
  isBaseline(candidate: Candidate): boolean;
  changeOf(candidate: Candidate): string;
}

export function useChangeWords(): ChangeWords {
  const key = useLab(baselineOnScreen);
  const { pinned } = useBaseline();
  const isBaseline = ({ row }: Candidate) => cellKey(row) === key;
  return {
    isBaseline,
    changeOf: (candidate) =>
      isBaseline(candidate) ? CHOOSE.itself(pinned !== null) : CHOOSE.change(candidate.difference),
  };
}
