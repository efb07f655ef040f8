/** The words that primitives bring themselves; the others come from their callers. */

export const CONFIRM = { keep: 'Keep' };
