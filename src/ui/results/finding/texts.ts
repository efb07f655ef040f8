import type { Axis } from '../../../report/finding/in-short';

/** The words around the finding; its sentences stand in src/report/finding. */
export const FINDING = {
  label: 'Finding',
  pending: 'The first results will appear here.',
  axes: { precision: 'Precision', dimension: 'Dimension', pool: 'Pool' } satisfies Record<Axis, string>,
  points: 'Points; show in the table',
  /** How the numbers of the lines are to be read. */
  note: (k: number, baseline: string, haveIntervals: boolean) =>
    `Difference in Recall@${k}, in percentage points, from ${baseline}${haveIntervals ? '; ± half of its 95 % interval; ○ no difference seen' : ''}. ` +
    'Pools: the difference from the pool in view.',
  more: 'All of it in words',
};
