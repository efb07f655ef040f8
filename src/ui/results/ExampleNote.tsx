import { day } from '../../report/formats/format';
import { isExample } from '../../state/lab-state';
import { useLab } from '../../state/use-lab';
import styles from './ExampleNote.module.css';
import { EXAMPLE } from './texts';

/** Says that the results on screen came with the page, and how to have one's own. */
export function ExampleNote() {
  const measured = useLab((state) => (isExample(state) ? state.run.record?.opened?.measured : undefined));
  if (measured === undefined) return null;
  return (
    <p className={styles.note} data-testid="example">
      <strong>{EXAMPLE.mark}</strong> {EXAMPLE.about(day(measured))}
    </p>
  );
}
