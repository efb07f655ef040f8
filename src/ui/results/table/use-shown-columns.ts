import { useState } from 'react';
import type { Column } from '../../../report/columns/column';
import { columnsToChoose, tableColumns } from '../../../report/columns/table-columns';

/** The columns of a table, and how they are chosen. */
export interface ShownColumns {
  readonly shown: readonly Column[];
  /** Every column that there is to choose. */
  readonly all: readonly Column[];
  /** Shows a column or hides it. */
  toggle(key: string): void;
  showUsual(): void;
  showDifferences(): void;
}

/** The usual columns until others are chosen. */
export function useShownColumns(of: Parameters<typeof tableColumns>[0]): ShownColumns {
  const [chosen, setChosen] = useState<ReadonlySet<string> | 'usual' | 'differences'>('usual');
  const usual = tableColumns(of);
  const all = columnsToChoose(of);
  const shownOf = (): readonly Column[] => {
    if (chosen === 'usual') return usual;
    return all.filter((column) =>
      chosen === 'differences' ? column.group === 'difference' : chosen.has(column.key),
    );
  };
  const shown = shownOf();
  return {
    shown,
    all,
    toggle: (key) => {
      const keys = new Set(shown.map((column) => column.key));
      if (!keys.delete(key)) keys.add(key);
      setChosen(keys);
    },
    showUsual: () => setChosen('usual'),
    showDifferences: () => setChosen('differences'),
  };
}
