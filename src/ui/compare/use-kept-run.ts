import { useEffect, useState } from 'react';
import { readResults, type KeptResults } from '../../state/history/kept-results';

/** A kept run: null while it is read, 'gone' where it cannot be. */
export function useKeptRun(id: string): KeptResults | 'gone' | null {
  const [read, setRead] = useState<{ readonly id: string; readonly run: KeptResults | 'gone' } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const show = (run: KeptResults | 'gone') => isCurrent && setRead({ id, run });
    readResults(id).then(
      (found) => show(found ?? 'gone'),
      () => show('gone'),
    );
    return () => {
      isCurrent = false;
    };
  }, [id]);
  return read?.id === id ? read.run : null;
}
