import type { Axis } from '../../../report/finding/in-short';

/** The words around the finding; its sentences stand in src/report/finding. */
export const FINDING = {
  label: 'Finding',
  pending: 'The first rows are to come.',
  axes: { precision: 'Precision', dimension: 'Dimension', pool: 'Pool' } satisfies Record<Axis, string>,
  others: (steps: number) => `${steps} more below`,
  points: 'Points; show in the table',
  /** How the numbers of the lines are to be read. */
  note: (k: number, baseline: string) =>
    `Points of Recall@${k} from ${baseline}, ± half of the 95 % interval, ○ no difference seen; for pools from the one in view.`,
  more: 'All of it in words',
};
