import {
  excludesZero,
  type Difference,
  type DirectionResult,
  type ResultRow,
} from '../../sweep/results/result';
import { DIRECTION_LABELS, type Direction } from '../../protocol/direction';
import { differenceSentence } from '../finding/sentences';
import { bytes, percent, perSecond, share } from '../formats/format';
import { signedPoints } from '../formats/points';

/** A column of the table on screen. */
export interface TableColumn {
  readonly label: string;
  readonly title: string;
  /** What it is sorted by; null where there is nothing. */
  value(row: ResultRow): number | null;
  show(row: ResultRow): string;
  /** What a cell says when pointed at. */
  hint?(row: ResultRow): string | undefined;
}

/** Ties are a column only where a row has more of them than this. */
const TIES_WORTH_SHOWING = 0.005;

const SHORT: Record<Direction, string> = { textToImage: 't→i', imageToText: 'i→t' };

interface Shown {
  readonly rows: readonly ResultRow[];
  readonly directions: readonly Direction[];
  readonly k: number;
  readonly kIndex: number;
}

/** Recall@K of both directions, then what else was measured in the directions shown, then costs. */
export function tableColumns({ rows, directions, k, kIndex }: Shown): TableColumn[] {
  const tied = rows.some((row) =>
    directions.some((direction) => (row[direction]?.tiedShare ?? 0) > TIES_WORTH_SHOWING),
  );
  const compared = rows.some((row) => directions.some((direction) => row[direction]?.difference));
  const of = (
    direction: Direction,
    label: string,
    title: string,
    pick: (result: DirectionResult) => number,
    format: (value: number) => string,
  ) =>
    column(
      `${label} ${SHORT[direction]}`,
      `${title}, ${DIRECTION_LABELS[direction]}`,
      (row) => (row[direction] ? pick(row[direction]) : null),
      format,
    );
  const each = (make: (direction: Direction) => TableColumn) => directions.map(make);
  return [
    ...(['textToImage', 'imageToText'] as const).map((direction) =>
      of(direction, `R@${k}`, `Recall@${k}`, (result) => result.recall[kIndex].mean, share),
    ),
    ...(compared ? each((direction) => difference(direction, k, kIndex)) : []),
    ...each((direction) =>
      of(direction, 'Median rank', 'Median rank of the first relevant item in the pool', median, rank),
    ),
    ...each((direction) => of(direction, 'MRR', 'Mean reciprocal rank', (result) => result.mrr.mean, share)),
    ...each((direction) =>
      of(direction, `NDCG@${k}`, `NDCG@${k}`, (result) => result.ndcg[kIndex].mean, share),
    ),
    ...(tied
      ? each((direction) =>
          of(direction, 'Tied', 'Share of queries that tie', (result) => result.tiedShare, percent),
        )
      : []),
    column(
      'Bytes/vector',
      'Bytes of one stored gallery vector, scales included',
      (row) => row.memory?.perVector ?? null,
      bytes,
    ),
    ...each((direction) =>
      of(
        direction,
        'Queries/s',
        'Scoring plus top-K over the pool, median',
        (result) => result.speed.median,
        perSecond,
      ),
    ),
  ];
}

const median = (result: DirectionResult): number => result.medianRank;
const rank = (value: number): string => value.toFixed(1);

function column(
  label: string,
  title: string,
  value: TableColumn['value'],
  format: (value: number) => string,
): TableColumn {
  return {
    label,
    title,
    value,
    show(row) {
      const found = value(row);
      return found === null ? '–' : format(found);
    },
  };
}

/** The paired difference in points; ○ where none is seen. */
function difference(direction: Direction, k: number, kIndex: number): TableColumn {
  const of = (row: ResultRow): Difference | undefined => row[direction]?.difference?.recall[kIndex];
  return {
    label: `Δ points ${SHORT[direction]}`,
    title: `Recall@${k} less that of fp32 at the base dimension over the same pools, in points, ± half its paired 95 % interval, ${DIRECTION_LABELS[direction]}; ○ no difference seen`,
    value: (row) => of(row)?.mean ?? null,
    show(row) {
      const found = of(row);
      return found ? `${excludesZero(found) ? '' : '○ '}${signedPoints(found)}` : '–';
    },
    hint(row) {
      const found = of(row);
      return found && differenceSentence(found);
    },
  };
}
