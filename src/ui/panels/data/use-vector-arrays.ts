import { useEffect } from 'react';
import type { ArrayInfo } from '../../../dataset/vectors/array-info';
import { guessRoles, type RoleGuess } from '../../../dataset/vectors/guess-roles';
import { messageOf } from '../../../lib/errors';
import { part } from '../../../lib/part';
import { parseArrays } from '../../../protocol/array-roles';
import type { VectorArraysState } from '../../../state/lab-state';
import { setVectorArrays } from '../../../state/store';
import { useLab } from '../../../state/use-lab';

/** The arrays of the dropped files and what they are taken for, or why they cannot be read; null while there are none. */
export type FoundArrays =
  { readonly arrays: readonly ArrayInfo[]; readonly guess: RoleGuess } | { readonly problem: string } | null;

/** Reads the headers of dropped files of vectors, again when others are dropped. */
export function useVectorArrays(): FoundArrays {
  const vectors = useLab((state) => state.files.vectors);
  const beside = useLab((state) => state.files.besideVectors);
  const chosen = useLab((state) => state.choices.arrays);
  const read = useLab((state) => state.vectorArrays);
  useEffect(() => {
    const files = [...vectors, ...beside];
    let isCurrent = true;
    const show = (next: VectorArraysState) => isCurrent && setVectorArrays(next);
    if (files.length === 0) show(null);
    else {
      part(import('../../../dataset/vectors/open-source'))
        .then(({ openSource }) => openSource(files.map((file) => ({ name: file.name, blob: file }))))
        .then(
          ({ arrays }) => show({ arrays }),
          (error: unknown) => show({ problem: messageOf(error) }),
        );
    }
    return () => void (isCurrent = false);
  }, [vectors, beside]);
  if (read === null || 'problem' in read) return read;
  return { arrays: read.arrays, guess: guessRoles(read.arrays, parseArrays(chosen) ?? {}) };
}
