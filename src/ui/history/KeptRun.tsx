import { useState } from 'react';
import { deleteKept, openKept, rename, setStar, takeChoices } from '../../state/history/history';
import type { KeptEntry } from '../../state/history/kept-entry';
import { Confirm } from '../primitives/Confirm';
import text from '../primitives/text.module.css';
import styles from './History.module.css';
import { HISTORY } from './texts';

interface KeptRunProps {
  readonly entry: KeptEntry;
  readonly isOnScreen: boolean;
  readonly mayOpen: boolean;
}

/** A kept run: what it was, the best that it found, and what can be done with it. */
export function KeptRun({ entry, isOnScreen, mayOpen }: KeptRunProps) {
  const { id, name, starred, status, opened, model, device, rows, best } = entry;
  const facts = [
    opened && HISTORY.openedFrom(opened),
    new Date(id).toLocaleString(),
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
      <p>{HISTORY.best(best)}</p>
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

interface NameFieldProps {
  readonly name: string;
  onChange(name: string): void;
}

/** A name that is changed by typing: Enter or leaving the field takes it, Escape or an empty one does not. */
function NameField({ name, onChange }: NameFieldProps) {
  const [draft, setDraft] = useState(name);
  return (
    <input
      className={styles.name}
      aria-label={HISTORY.name}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => {
        if (draft.trim() === '') setDraft(name);
        else onChange(draft);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setDraft(name);
      }}
    />
  );
}
