import { useEffect, useState } from 'react';
import { messageOf } from '../../lib/errors';
import { areVectorsHere, vectorsOnScreen } from '../../state/reopen/vectors-on-screen';
import { useLab } from '../../state/use-lab';

/** Whether the vectors of the run on screen are here, after they were read back where need be; or why they are not. */
export type RunVectors = 'reading' | 'here' | { readonly error: string };

export function useRunVectors(): RunVectors {
  const started = useLab((state) => state.run.record?.started);
  const files = useLab((state) => state.files);
  const history = useLab((state) => state.history);
  const [known, setKnown] = useState<{ readonly of: unknown; readonly vectors: RunVectors }>(() => ({
    of: started,
    vectors: areVectorsHere() ? 'here' : 'reading',
  }));
  useEffect(() => {
    let isCurrent = true;
    const show = (vectors: RunVectors) => isCurrent && setKnown({ of: started, vectors });
    vectorsOnScreen().then(
      () => show('here'),
      (error: unknown) => show({ error: messageOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [started, files, history]);
  return known.of === started ? known.vectors : 'reading';
}
