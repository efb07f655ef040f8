import { cellKey, type Setting } from '../../sweep/plan/setting';

/** Whether a cell is the one that others are compared with. */
export const isComparedWith = (cell: Setting, comparedWith: Setting | undefined): boolean =>
  comparedWith !== undefined && cellKey(cell) === cellKey(comparedWith);
