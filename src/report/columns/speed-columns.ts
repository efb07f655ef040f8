import { DIRECTIONS, type Direction } from '../../protocol/direction';
import type { Speed } from '../../retrieval/speed/speed';
import type { SpeedMethod } from '../../sweep/results/gallery-speed';
import type { ResultRow } from '../../sweep/results/result';
import { speedText } from '../formats/speed';
import { both, cell, inDirection, type Column } from './column';

/** What the columns of speeds in the whole gallery are called, after their direction and before what they are of. */
export const GALLERY_SPEED = 'gallery_queries_per_second';

/** The median of the samples, and the ends of their spread. */
const FIGURES: readonly (readonly [keyof Speed, suffix: string, label: string])[] = [
  ['median', '', ''],
  ['slowest', '_slowest', ', slowest'],
  ['fastest', '_fastest', ', fastest'],
];

/** Speeds that a sweep takes in passing, in pools of each size: the reference's columns follow from them. */
export const ROUGH_SPEEDS: readonly Column[] = FIGURES.flatMap(([figure, suffix, label]) =>
  both(
    {
      key: `queries_per_second${suffix}`,
      label: `Queries/s, rough${label}`,
      title: `Queries per second, scoring and top K over the pool, ${figure} of three samples that are too short to tell cells apart`,
      unit: 'queries/s',
      group: 'rough speed',
    },
    ({ speed }) => speed[figure],
  ),
);

/** Speeds in the whole gallery that were asked for, and how they were measured. */
export const GALLERY_SPEEDS: readonly Column[] = [
  ...FIGURES.flatMap(([figure, suffix, label]) =>
    DIRECTIONS.map((direction) => gallerySpeed(direction, figure, suffix, label)),
  ),
  ...methodColumns(),
];

function gallerySpeed(direction: Direction, figure: keyof Speed, suffix: string, label: string): Column {
  const named = {
    key: `${GALLERY_SPEED}${suffix}`,
    label: `Queries/s${label}`,
    title: `Queries per second, scoring and top K over the whole gallery whatever the pool, ${figure} of the samples`,
    unit: 'queries/s',
    group: 'speed',
  } as const;
  const value = (row: ResultRow) => row.gallerySpeed?.[direction][figure] ?? null;
  const column = { ...inDirection(direction, named, () => null), value };
  return figure === 'median'
    ? { ...column, show: ({ gallerySpeed: of }) => (of ? speedText(of[direction]) : '–') }
    : column;
}

function methodColumns(): Column[] {
  const of = (key: string, title: string, take: (method: SpeedMethod) => string | number): Column =>
    cell({ key, label: title, title, unit: '' }, ({ gallerySpeed: speed }) =>
      speed ? take(speed.method) : null,
    );
  return [
    of('speed_samples', 'Samples of each speed in the whole gallery', ({ samples }) => samples),
    of('speed_sample_ms', 'Milliseconds of a sample, at least', ({ sampleMs }) => sampleMs),
    of('speed_threads', 'Threads that each speed was measured on', ({ threads }) => threads),
    of('speed_device', 'Kernels and browser that each speed was measured with', ({ device }) => device),
  ];
}
