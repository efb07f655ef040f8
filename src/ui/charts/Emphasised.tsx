import { useMemo, useState, type ReactNode } from 'react';
import type { Emphasis } from '../../report/charts/emphasis';
import { EmphasisContext } from './emphasis';

/** Charts and legends that share what is pointed at. */
export function Emphasised({ children }: { readonly children: ReactNode }) {
  const [emphasis, point] = useState<Emphasis | null>(null);
  const state = useMemo(() => ({ emphasis, point }), [emphasis]);
  return <EmphasisContext value={state}>{children}</EmphasisContext>;
}
