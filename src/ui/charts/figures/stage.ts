import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import styles from './figure.module.css';

/** Draws something out of sight, in the light theme, and gives what `take` makes of it. */
export async function onStage<T>(drawing: ReactElement, take: (stage: HTMLElement) => T): Promise<T> {
  const stage = document.createElement('div');
  stage.className = styles.stage;
  document.body.append(stage);
  const root = createRoot(stage);
  try {
    flushSync(() => root.render(drawing));
    // Recharts lays its axes out after the first frame.
    await new Promise((resolve) => setTimeout(resolve, 200));
    return take(stage);
  } finally {
    root.unmount();
    stage.remove();
  }
}
