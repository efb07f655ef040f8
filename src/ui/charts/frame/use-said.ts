import { useEffect, useState } from 'react';

/** So long a sentence stays, in milliseconds. */
export const STAYS = 6000;

/** A sentence about what was just done, gone after some seconds; and how to say one. */
export function useSaid(): [said: string | null, say: (sentence: string) => void] {
  const [latest, setLatest] = useState<{ readonly sentence: string } | null>(null);
  useEffect(() => {
    if (!latest) return;
    const timer = setTimeout(() => setLatest(null), STAYS);
    return () => clearTimeout(timer);
  }, [latest]);
  return [latest?.sentence ?? null, (sentence) => setLatest({ sentence })];
}
