import type { Direction } from '../../protocol/direction';
import type { ChartSize } from '../../report/charts/chart-style';
import { bytesPoints } from '../../report/charts/series';
import type { Space } from '../../sweep/plan/spaces';
import type { ResultRow } from '../../sweep/results/result';
import { DotsOverBytes } from './DotsOverBytes';

interface BytesChartProps extends ChartSize {
  readonly rows: readonly ResultRow[];
  readonly spaces: readonly Space[];
  readonly directions: readonly Direction[];
  readonly candidateSize: number;
  readonly k: number;
  readonly kIndex: number;
}

/** Recall@K against the bytes of a stored gallery vector, at one pool size. */
export const BytesChart = ({ rows, directions, candidateSize, kIndex, ...shown }: BytesChartProps) => (
  <DotsOverBytes points={bytesPoints(rows, directions, candidateSize, kIndex)} {...shown} />
);
