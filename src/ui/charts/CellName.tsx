import { LABEL } from '../../report/charts/chart-style';
import type { OverlaidName } from '../../report/charts/encoding';
import { spaceName } from '../../report/formats/spaces';
import type { Precision } from '../../protocol/sweep-config';
import type { Space } from '../../sweep/plan/spaces';
import { Marker } from './Marker';

/** Pixels that the name of a cell takes beside an axis. */
export const CELL_NAME_WIDTH = 156;

interface CellNameProps {
  readonly x: number;
  readonly y: number;
  readonly cell: (Space & { readonly precision: Precision; readonly run?: OverlaidName }) | undefined;
}

/** Dimension and precision beside an axis, with the marker that they have in every chart; before them the run where there are two. */
export function CellName({ x, y, cell }: CellNameProps) {
  if (!cell) return null;
  return (
    <g>
      <Marker cx={10} cy={y} space={cell} precision={cell.precision} run={cell.run} />
      <text x={x} y={y} dy="0.35em" textAnchor="end" {...LABEL}>
        {cell.run && `${cell.run.toUpperCase()} · `}
        {spaceName(cell)} · {cell.precision.replace('reference-', 'ref. ')}
      </text>
    </g>
  );
}
