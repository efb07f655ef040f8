import { createContext, startTransition, use, useEffect, useRef, useState, type ReactNode } from 'react';
import { takeTurn } from './turns';

/** Whether the parts of a chart are drawn in turn: on the page they are; what is drawn for a file is drawn at once. */
export const PartsInTurn = createContext(false);

interface InTurnProps {
  readonly children: ReactNode;
}

/**
 * Draws its children, and what becomes of them, a moment later: one chart at a time and in slices, since all of them in one task
 * would hold up the page.
 */
export function InTurn({ children }: InTurnProps) {
  const [shown, setShown] = useState<InTurnProps>({ children: null });
  const isDrawn = useRef<() => void>(null);
  useEffect(() => {
    const draw = () =>
      new Promise<void>((resolve) => {
        isDrawn.current = resolve;
        startTransition(() => setShown({ children }));
      });
    return takeTurn(draw);
  }, [children]);
  useEffect(() => isDrawn.current?.(), [shown]);
  useEffect(() => () => isDrawn.current?.(), []);
  return shown.children;
}

/** A part of a chart that takes long to draw: it has a turn of its own, after the chart's, where `PartsInTurn` says so. */
export const PartInTurn = ({ children }: InTurnProps) =>
  use(PartsInTurn) ? <InTurn>{children}</InTurn> : children;
