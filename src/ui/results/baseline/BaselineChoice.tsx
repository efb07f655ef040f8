import { useId } from 'react';
import { cellKey } from '../../../explore/view';
import { fineness } from '../../../protocol/compression';
import { cellName, compareSpaces } from '../../../report/formats/spaces';
import { baselineOnScreen, ownBaseline } from '../../../state/baseline';
import { pinBaseline } from '../../../state/store';
import { useLab } from '../../../state/use-lab';
import type { ResultRow } from '../../../sweep/results/result';
import { BASELINE_TEXT } from '../texts';
import styles from './BaselineChoice.module.css';

/** The cell that all others are compared with, out of those that were measured; any of the table can be pinned too. */
export function BaselineChoice({ rows }: { readonly rows: readonly ResultRow[] }) {
  const id = useId();
  const shown = useLab(baselineOnScreen);
  const own = useLab(ownBaseline);
  const cells = [...new Map(rows.map((row) => [cellKey(row), row])).values()]
    .filter((row) => cellKey(row) !== own)
    .sort((a, b) => compareSpaces(b, a) || fineness(a.precision) - fineness(b.precision));
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{BASELINE_TEXT.label}</label>
      <select
        id={id}
        value={shown ?? ''}
        onChange={({ target: { value } }) => pinBaseline(value === own ? null : value)}
      >
        {shown === null && <option value="">{BASELINE_TEXT.none}</option>}
        {own && <option value={own}>{BASELINE_TEXT.own}</option>}
        {cells.map((row) => (
          <option key={cellKey(row)} value={cellKey(row)}>
            {cellName(row)}
          </option>
        ))}
      </select>
    </div>
  );
}
