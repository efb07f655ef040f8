import { useStore } from 'zustand';
import type { LabState } from './lab-state';
import { labStore } from './store';

/** The React binding of the store: re-renders only when what `select` returns changes. */
export const useLab = <T>(select: (state: LabState) => T): T => useStore(labStore, select);
