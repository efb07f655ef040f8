import type { Direction } from '../../../protocol/direction';
import { directionName, type SideNames } from '../../../protocol/side-names';
import { bytes, count, counted, upperFirst } from '../../formats/format';
import { cellInWords } from '../../formats/spaces';
import { speedText } from '../../formats/speed';
import { formatted } from '../../formats/units';
import { BYTES } from '../along';
import type { DirectionPoint } from '../direction-points';
import { fronts } from '../frontier';
import type { Measure } from '../measure';
import type { BytesPoint, QualityPoint, SpeedPoint } from '../quality-point';
import type { PoolLinePoint } from './columns';

/** What charts show, in sentences: for a screen reader, and for who pastes the picture. */

/** Of each direction: which settings no other beats at their size. */
export const bytesInWords = (points: readonly BytesPoint[], measure: Measure, sides: SideNames): string =>
  fronts(points, measure, BYTES)
    .map(
      (front) =>
        `${upperFirst(directionName(sides, front[0].direction))}, from the smallest: ${front
          .map((point) => `${cellInWords(point)}, ${bytes(point.bytes)}, ${quality(point, measure)}`)
          .join('; ')}. No other setting is better in as few bytes.`,
    )
    .join(' ');

/** Of each direction: how far the best and the worst line go down with more candidates. */
export const poolsInWords = (points: readonly PoolLinePoint[], measure: Measure, sides: SideNames): string =>
  directionsOf(points)
    .map((direction) => {
      const ofDirection = points.filter((point) => point.direction === direction);
      const [fewest, most] = [Math.min, Math.max].map((end) =>
        end(...ofDirection.map(({ candidates }) => candidates)),
      );
      const value = (id: string, at: number) =>
        ofDirection.find((point) => point.id === id && point.candidates === at)?.quality.mean ?? NaN;
      const lines = ofDirection.filter(({ candidates }) => candidates === most);
      const ends = [bestOf(lines, measure), bestOf(lines, measure, -1)];
      const told = [...new Map(ends.map((line) => [line.id, line])).values()].map(
        (line) =>
          `${cellInWords(line)} ${formatted(value(line.id, fewest), measure.unit)} and ${formatted(line.quality.mean, measure.unit)}`,
      );
      const name = upperFirst(directionName(sides, direction));
      return `${name}, among ${count(fewest)} and among ${counted(most, 'candidate')}: ${told.join('; ')}.`;
    })
    .join(' ');

/** Of each direction: the fastest setting, and the one that finds most. */
export const speedInWords = (points: readonly SpeedPoint[], measure: Measure, sides: SideNames): string =>
  directionsOf(points)
    .map((direction) => {
      const ofDirection = points.filter((point) => point.direction === direction);
      const fastest = ofDirection.reduce((one, other) =>
        other.speed.median > one.speed.median ? other : one,
      );
      const best = ofDirection.reduce((one, other) =>
        isBetter(other.quality.mean, one.quality.mean, measure) ? other : one,
      );
      const told = (point: SpeedPoint) =>
        `${cellInWords(point)}, ${speedText(point.speed)} queries/s, ${quality(point, measure)}`;
      return `${upperFirst(directionName(sides, direction))}: fastest is ${told(fastest)}; most is found by ${told(best)}.`;
    })
    .join(' ');

/** In how many settings which direction is better. */
export function directionsInWords(
  points: readonly DirectionPoint[],
  measure: Measure,
  sides: SideNames,
): string {
  const better = (one: Direction, other: Direction) =>
    points.filter((point) => isBetter(point[one].mean, point[other].mean, measure)).length;
  const name = (direction: Direction) => directionName(sides, direction);
  return `Of ${counted(points.length, 'setting')}, ${name('textToImage')} is better in ${better('textToImage', 'imageToText')} and ${name('imageToText')} in ${better('imageToText', 'textToImage')}.`;
}

const quality = ({ quality: { mean } }: QualityPoint, { label, unit }: Measure): string =>
  `${label} ${formatted(mean, unit)}`;

const directionsOf = <P extends { readonly direction: QualityPoint['direction'] }>(points: readonly P[]) => [
  ...new Set(points.map(({ direction }) => direction)),
];

const isBetter = (one: number, other: number, { unit }: Measure): boolean =>
  unit === 'rank' ? one < other : one > other;

/** @param sign −1 for the worst instead */
const bestOf = (lines: readonly PoolLinePoint[], measure: Measure, sign = 1): PoolLinePoint =>
  lines.reduce((one, other) =>
    isBetter(sign * other.quality.mean, sign * one.quality.mean, measure) ? other : one,
  );
