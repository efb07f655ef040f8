import styles from './SkipLinks.module.css';
import { PAGE } from './texts';

/** Where the keyboard may go at once; the address is taken by the choices, so these are buttons. */
const PLACES = Object.entries(PAGE.skipTo);

/** Shown when the keyboard comes to them: the way past the choices. */
export function SkipLinks() {
  return (
    <nav className={styles.skip} aria-label={PAGE.skip}>
      {PLACES.map(([part, label]) => (
        <button key={part} type="button" onClick={() => goTo(part)}>
          {label}
        </button>
      ))}
    </nav>
  );
}

/** Moves the focus to a part of the page, where it is on screen, else to the results. */
function goTo(part: string): void {
  const place = document.querySelector<HTMLElement>(`[data-part="${part}"]`);
  const found = place ?? document.querySelector<HTMLElement>('[data-part="results"]');
  if (!found) return;
  found.tabIndex = -1;
  found.focus();
}
