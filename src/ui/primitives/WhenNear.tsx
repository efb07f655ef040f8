import { useState, type ReactNode } from 'react';
import styles from './Part.module.css';

interface WhenNearProps {
  /** Whether drawing waits at all. */
  readonly waits: boolean;
  /** The part of the page that this is, for skip links meanwhile. */
  readonly part: string;
  readonly children: ReactNode;
}

/** So far from the window drawing begins. */
const NEAR = { rootMargin: '50% 0px' };

/** Views that are drawn only when they come near the window, because drawing them takes long; room stands there until then. */
export function WhenNear({ waits, part, children }: WhenNearProps) {
  const [isNear, setNear] = useState(false);
  if (isNear || !waits) return children;
  return <div className={styles.farRoom} data-part={part} ref={watch(() => setNear(true))} />;
}

const watch = (onNear: () => void) => (room: HTMLElement | null) => {
  if (!room) return;
  const observer = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) onNear();
  }, NEAR);
  observer.observe(room);
  return () => observer.disconnect();
};
