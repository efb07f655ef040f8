import { compareFigures } from '../../report/figures/compare-figures';
import { toFragment } from '../../state/link';
import { fragmentOfRun } from '../../state/share/fragment-of-run';
import { useLab } from '../../state/use-lab';
import text from '../primitives/text.module.css';
import styles from './LinkVerdict.module.css';
import { LINK } from './texts';

/** Says whether the run on screen has the numbers that the link carries; before there is one, what to do. */
export function LinkVerdict() {
  const linked = useLab((state) => state.linked);
  const run = useLab((state) => state.run);
  const ofRun = useLab(fragmentOfRun);
  const areOwn = useLab(({ choices }) => toFragment(choices) === linked?.fragment);
  if (!linked) return null;
  const { record, rows, status } = run;
  if (!record || status !== 'done' || ofRun !== linked.fragment) {
    return (
      <p className={text.why} data-testid="link-verdict">
        {areOwn ? LINK.toCompare : LINK.otherChoices}
      </p>
    );
  }
  const { same, remarks } = compareFigures(linked.figures, { record, rows });
  return (
    <div
      className={`${styles.verdict} ${same ? styles.same : text.caveat}`}
      role="status"
      data-testid="link-verdict"
    >
      <strong>{same ? LINK.same(rows.length, linked.figures.k) : LINK.differs}</strong>
      {remarks.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
