import { useEffect, useState } from 'react';
import { toFragment } from '../state/link';
import { labStore, notify } from '../state/store';

const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** The name, the theme and a link that holds the choices. */
export function Header() {
  const [theme, setTheme] = useState<Theme>(readTheme);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem('theme', theme);
  }, [theme]);
  return (
    <header>
      <h1>Cross-modal retrieval lab</h1>
      <span className="tagline">text ↔ image, measured in this tab</span>
      <button
        type="button"
        className="quiet"
        onClick={() => setTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length])}
      >
        Theme: {theme}
      </button>
      <button type="button" className="quiet" onClick={() => void share()}>
        Copy link
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
  await navigator.clipboard.writeText(link);
  notify('A link with these choices is on the clipboard. Dropped files are not part of it.');
}
