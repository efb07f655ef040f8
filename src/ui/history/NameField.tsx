import { useState } from 'react';
import styles from './History.module.css';
import { HISTORY } from './texts';

interface NameFieldProps {
  readonly name: string;
  onChange(name: string): void;
}

/**
 * A name that is changed by typing, on as many lines as it takes: Enter or leaving the field takes it, Escape or an empty one
 * does not.
 */
export function NameField({ name, onChange }: NameFieldProps) {
  const [draft, setDraft] = useState(name);
  return (
    <div className={styles.name} data-draft={draft}>
      <textarea
        aria-label={HISTORY.name}
        rows={1}
        value={draft}
        onChange={(event) => setDraft(event.target.value.replaceAll('\n', ' '))}
        onBlur={() => {
          if (draft.trim() === '') setDraft(name);
          else onChange(draft);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setDraft(name);
        }}
      />
    </div>
  );
}
