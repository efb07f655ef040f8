import { useEffect, useState } from 'react';
import { toFragment } from '../state/link';
import { labStore, notify } from '../state/store';
import styles from './Header.module.css';
import button from './primitives/button.module.css';
import { PAGE } from './texts';

const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** The page's title, its theme and a link that holds the choices. */
export function Header() {
  const [theme, setTheme] = useState<Theme>(readTheme);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem('theme', theme);
  }, [theme]);
  return (
    <header className={styles.header}>
      <h1>{PAGE.title}</h1>
      <span className={styles.tagline}>{PAGE.tagline}</span>
      <button
        type="button"
        className={button.quiet}
        onClick={() => setTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length])}
      >
        {PAGE.theme(theme)}
      </button>
      <button type="button" className={button.quiet} onClick={() => void share()}>
        {PAGE.copyLink}
      </button>
    </header>
  );
}

function readTheme(): Theme {
  const stored = localStorage.getItem('theme') as Theme | null;
  return stored && THEMES.includes(stored) ? stored : 'auto';
}

async function share() {
  const link = `${location.href.replace(/#.*$/, '')}#${toFragment(labStore.getState().choices)}`;
  try {
    await navigator.clipboard.writeText(link);
    notify(PAGE.linkCopied);
  } catch {
    // A page over plain http has no clipboard, and a person may forbid it.
    notify(PAGE.linkToCopy(link));
  }
}
