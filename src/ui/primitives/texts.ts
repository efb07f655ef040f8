/** The words that primitives bring themselves; the others come from their callers. */

export const CONFIRM = { keep: 'Keep' };

export const PART = {
  loading: 'Loading this view …',
  failed:
    'This view could not be shown: its code could not be loaded, or it holds a fault. What is stored is safe.',
  reload: 'Reload the page',
};
