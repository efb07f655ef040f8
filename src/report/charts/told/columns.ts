import { directionName, type SideNames } from '../../../protocol/side-names';
import { DIRECTIONS, type Direction } from '../../../protocol/direction';
import type { Setting } from '../../../sweep/plan/setting';
import type { Difference } from '../../../sweep/results/result';
import { cellName } from '../../formats/spaces';
import type { ExportColumn } from '../../files/csv';
import type { OverlaidName } from '../encoding';
import type { DirectionPoint } from '../direction-points';
import type { Measure } from '../measure';
import type { BytesPoint, SpeedPoint } from '../quality-point';
import type { PoolMeasured, PoolPoint, PoolSeries } from '../series';

type Columns<Point> = readonly ExportColumn<Point>[];

/** An empty cell where it is not known. */
const known = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** What tells one setting from another. */
export const setting: Columns<Setting> = [
  { key: 'dimension', value: ({ dim }) => dim },
  { key: 'projection', value: ({ projection }) => projection },
  { key: 'precision', value: ({ precision }) => precision },
];

const directionIn = (sides: SideNames): Columns<{ readonly direction: Direction }> => [
  { key: 'direction', value: ({ direction }) => directionName(sides, direction) },
];

/** Which of two runs that are drawn over each other, by their names. */
export const runIn = (names: readonly [a: string, b: string]): Columns<{ readonly run?: OverlaidName }> => [
  { key: 'run', value: ({ run }) => (run === 'b' ? names[1] : names[0]) },
];

/** A mean with the ends of its 95 % interval. */
export const interval = <Point>(name: string, of: (point: Point) => Difference): Columns<Point> => [
  { key: name, value: (point) => known(of(point).mean) },
  { key: `${name} low`, value: (point) => known(of(point).low) },
  { key: `${name} high`, value: (point) => known(of(point).high) },
];

const UNKNOWN: Difference = { mean: NaN, low: NaN, high: NaN };

/** Of points that are compared with a cell: their paired differences from it, and its name. None where no difference is known. */
export const differenceColumns = <Point extends { readonly difference?: Difference | undefined }>(
  { label }: Measure,
  points: readonly Point[],
  comparedWith: Setting | undefined,
): Columns<Point> =>
  comparedWith && points.some(({ difference }) => difference)
    ? [
        ...interval<Point>(`${label} difference`, ({ difference = UNKNOWN }) => difference),
        { key: 'compared with', value: () => cellName(comparedWith) },
      ]
    : [];

/** As `differenceColumns`, of both directions. */
export const directionsDifferenceColumns = (
  { label }: Measure,
  sides: SideNames,
  points: readonly DirectionPoint[],
  comparedWith: Setting | undefined,
): Columns<DirectionPoint> => {
  const compared = DIRECTIONS.filter((direction) => points.some(({ differences }) => differences[direction]));
  if (!comparedWith || compared.length === 0) return [];
  return [
    ...compared.flatMap((direction) =>
      interval<DirectionPoint>(
        `${label} ${directionName(sides, direction)} difference`,
        ({ differences }) => differences[direction] ?? UNKNOWN,
      ),
    ),
    { key: 'compared with', value: () => cellName(comparedWith) },
  ];
};

export const bytesColumns = ({ label }: Measure, sides: SideNames): Columns<BytesPoint> => [
  ...setting,
  ...directionIn(sides),
  { key: 'bytes per vector', value: ({ bytes }) => bytes },
  ...interval<BytesPoint>(label, ({ quality }) => quality),
];

export const speedColumns = ({ label }: Measure, sides: SideNames): Columns<SpeedPoint> => [
  ...setting,
  ...directionIn(sides),
  { key: 'queries/s', value: ({ speed }) => speed.median },
  { key: 'queries/s slowest', value: ({ speed }) => speed.slowest },
  { key: 'queries/s fastest', value: ({ speed }) => speed.fastest },
  ...interval<SpeedPoint>(label, ({ quality }) => quality),
];

export const directionsColumns = ({ label }: Measure, sides: SideNames): Columns<DirectionPoint> =>
  [
    setting,
    ...DIRECTIONS.map((direction) =>
      interval<DirectionPoint>(
        `${label} ${directionName(sides, direction)}`,
        ({ [direction]: quality }) => quality,
      ),
    ),
  ].flat();

/** A line of the pool chart at one number of candidates. */
export interface PoolLinePoint extends Omit<PoolSeries, 'measured'>, PoolMeasured {
  readonly direction: Direction;
  readonly candidates: number;
  readonly chance: number;
}

/** Every point of every line. */
export const poolLinePoints = ({
  series,
  points,
}: {
  readonly series: readonly PoolSeries[];
  readonly points: readonly PoolPoint[];
}): PoolLinePoint[] =>
  series.flatMap(({ measured, ...line }) =>
    points.flatMap(({ candidates, chance }) => {
      const found = measured?.get(candidates);
      if (!found || !Number.isFinite(found.quality.mean)) return [];
      return [{ ...line, ...found, direction: line.direction!, candidates, chance }];
    }),
  );

export const poolColumns = ({ label }: Measure, sides: SideNames): Columns<PoolLinePoint> => [
  ...setting,
  ...directionIn(sides),
  { key: 'candidates', value: ({ candidates }) => candidates },
  ...interval<PoolLinePoint>(label, ({ quality }) => quality),
  { key: `${label} by chance`, value: ({ chance }) => chance },
];
