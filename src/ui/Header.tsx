import { useEffect, useState } from 'react';
import { CopyLink } from './CopyLink';
import './Header.module.css';
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
    <header className="page-header">
      <h1>{PAGE.title}</h1>
      <span className="page-tagline">{PAGE.tagline}</span>
      <button
        type="button"
        className={button.quiet}
        onClick={() => setTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length])}
      >
        {PAGE.theme(theme)}
      </button>
      <CopyLink />
    </header>
  );
}

function readTheme(): Theme {
  const stored = localStorage.getItem('theme') as Theme | null;
  return stored && THEMES.includes(stored) ? stored : 'auto';
}
