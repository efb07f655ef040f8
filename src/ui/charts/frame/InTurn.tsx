import { useEffect, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { takeTurn } from './turns';

/** Draws its children, and what becomes of them, a moment later: one chart at a time, since all of them in one task would hold up the page. */
export function InTurn({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<ReactNode>(null);
  useEffect(() => takeTurn(() => flushSync(() => setShown(children))), [children]);
  return shown;
}
