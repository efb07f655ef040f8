import { cellKey } from '../../../sweep/plan/setting';
import { fineness } from '../../../protocol/compression';
import { cellName, compareSpaces } from '../../../report/formats/spaces';
import { baselineOnScreen, ownBaseline } from '../../../state/baseline';
import { pinBaseline } from '../../../state/store';
import { useLab } from '../../../state/use-lab';
import type { ResultRow } from '../../../sweep/results/result';
import { InlineSelect } from '../../primitives/InlineSelect';
import { BASELINE_TEXT } from './texts';

/** The cell that all others are compared with, out of those that were measured; any of the table can be pinned too. */
export function BaselineChoice({ rows }: { readonly rows: readonly ResultRow[] }) {
  const shown = useLab(baselineOnScreen);
  const own = useLab(ownBaseline);
  const cells = [...new Map(rows.map((row) => [cellKey(row), row])).values()]
    .filter((row) => cellKey(row) !== own)
    .sort((a, b) => compareSpaces(b, a) || fineness(a.precision) - fineness(b.precision));
  return (
    <InlineSelect
      label={BASELINE_TEXT.label}
      options={[
        ...(shown === null ? [['', BASELINE_TEXT.none] as const] : []),
        ...(own ? [[own, BASELINE_TEXT.own] as const] : []),
        ...cells.map((row) => [cellKey(row), cellName(row)] as const),
      ]}
      value={shown ?? ''}
      onChange={(value) => pinBaseline(value === own ? null : value)}
    />
  );
}
