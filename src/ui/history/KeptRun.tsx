import { minute } from '../../report/formats/format';
import { deleteKept, openKept, rename, setStar, takeChoices } from '../../state/history/history';
import type { KeptEntry } from '../../state/history/kept-entry';
import { Confirm } from '../primitives/Confirm';
import text from '../primitives/text.module.css';
import styles from './History.module.css';
import { NameField } from './NameField';
import { HISTORY } from './texts';

interface KeptRunProps {
  readonly entry: KeptEntry;
  readonly isOnScreen: boolean;
  readonly mayOpen: boolean;
}

/** A kept run: what it was, the best that it found, and what can be done with it. */
export function KeptRun({ entry, isOnScreen, mayOpen }: KeptRunProps) {
  const { id, name, starred, status, opened, model, device, rows } = entry;
  const facts = [
    opened && HISTORY.openedFrom(opened),
    minute(id),
    HISTORY.items(entry),
    model,
    device,
    HISTORY.cells(rows),
    HISTORY.unfinished[status],
  ].filter(Boolean);
  return (
    <li className={styles.run} data-testid="kept-run">
      <div className={styles.head}>
        <NameField key={name} name={name} onChange={(changed) => void rename(entry, changed)} />
        {opened && <span className={text.tag}>{HISTORY.opened}</span>}
        {isOnScreen && <span className={text.tag}>{HISTORY.onScreen}</span>}
      </div>
      <p className={text.why}>{facts.join(' · ')}</p>
      <p>{HISTORY.best(entry)}</p>
      <div className={styles.actions}>
        <button
          type="button"
          aria-label={`${HISTORY.open} ${name}`}
          disabled={!mayOpen}
          onClick={() => void openKept(entry)}
        >
          {HISTORY.open}
        </button>
        <button
          type="button"
          aria-pressed={starred}
          aria-label={`${HISTORY.star} ${name}`}
          onClick={() => void setStar(entry, !starred)}
        >
          {starred ? '★' : '☆'} {HISTORY.star}
        </button>
        {!opened && (
          <button
            type="button"
            aria-label={`${HISTORY.takeChoices}: ${name}`}
            onClick={() => takeChoices(entry)}
          >
            {HISTORY.takeChoices}
          </button>
        )}
        <Confirm
          label={HISTORY.remove}
          about={name}
          question={HISTORY.question(name)}
          yes={HISTORY.yes}
          onYes={() => void deleteKept(entry)}
        />
      </div>
    </li>
  );
}
