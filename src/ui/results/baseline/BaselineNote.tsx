import { pinnedBaseline } from '../../../state/baseline';
import { useLab } from '../../../state/use-lab';
import { useBaseline } from '../../charts/baseline';
import text from '../../primitives/text.module.css';
import { BASELINE_TEXT } from './texts';

/** Says what differences are from and how sure they are, where a cell is pinned. */
export function BaselineNote() {
  const isPinned = useLab((state) => pinnedBaseline(state) !== null);
  const { inWords, isPaired } = useBaseline();
  if (!isPinned) return null;
  return (
    <p className={text.why} role="status" data-testid="baseline">
      {isPaired ? BASELINE_TEXT.paired(inWords) : BASELINE_TEXT.plain(inWords)}
    </p>
  );
}
