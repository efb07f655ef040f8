import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import styles from './ChoicesSheet.module.css';
import { PAGE } from './texts';

/** Where the choices have a column of their own. */
const WIDE = matchMedia('(min-width: 821px)');

function watchWidth(changed: () => void): () => void {
  WIDE.addEventListener('change', changed);
  return () => WIDE.removeEventListener('change', changed);
}

/** The choices: in a column where there is room for one; elsewhere behind a press, in a sheet over the results, which come first. */
export function ChoicesSheet({ children }: { readonly children: ReactNode }) {
  const isWide = useSyncExternalStore(watchWidth, () => WIDE.matches);
  const [isOpen, setOpen] = useState(false);
  const isOver = isOpen && !isWide;
  useEffect(() => {
    if (!isOver) return;
    const closeOnEscape = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') setOpen(false);
    };
    addEventListener('keydown', closeOnEscape);
    return () => removeEventListener('keydown', closeOnEscape);
  }, [isOver]);
  return (
    <div className={styles.place}>
      {isOver && <div className={styles.behind} role="presentation" onClick={() => setOpen(false)} />}
      <details
        className={styles.sheet}
        open={isWide || isOpen}
        onToggle={({ currentTarget }) => {
          // Where they are always open nobody has opened them, nor where this is heard of once the window is narrow again.
          if (!isWide && !WIDE.matches) setOpen(currentTarget.open);
        }}
      >
        <summary>
          {PAGE.choicesHeading}
          {isOver && <span className={styles.close}>{PAGE.close}</span>}
        </summary>
        {children}
      </details>
    </div>
  );
}
