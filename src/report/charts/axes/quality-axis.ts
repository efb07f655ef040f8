import { count } from '../../formats/format';
import { shareTick } from '../chart-style';
import type { Measure } from '../measure';
import type { QualityPoint } from '../quality-point';
import type { PoolPoint, PoolSeries } from '../series';
import { multiples, roundStep, type Axis } from './axis';

const WHOLE: Axis = {
  domain: [0, 1],
  ticks: [0, 0.2, 0.4, 0.6, 0.8, 1],
  scale: 'linear',
  startsAt: null,
  format: shareTick,
};

/** An axis that would start at this share of its end or below is not worth cutting. */
const WORTH_CUTTING = 0.3;
const MOST_STEPS = 6;

/**
 * The axis of a measure that shows all these values, the better ones above. That of a share is cut to them unless the whole is asked for; that of
 * ranks begins with 1.
 */
export function qualityAxis(unit: Measure['unit'], values: readonly number[], whole = false): Axis {
  const known = values.filter(Number.isFinite);
  if (unit === 'rank') return rankAxis(Math.max(2, ...known));
  if (whole || known.length === 0) return WHOLE;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const step = roundStep(Math.max(most - least, 0.02), MOST_STEPS - 1);
  const top = Math.min(1, step * Math.ceil(most / step - 1e-9));
  const bottom = Math.max(0, step * Math.floor(least / step + 1e-9));
  if (bottom <= WORTH_CUTTING * top) {
    const steps = roundStep(top, MOST_STEPS);
    const end = Math.min(1, steps * Math.ceil(top / steps - 1e-9));
    return { ...WHOLE, domain: [0, end], ticks: multiples(steps, 0, end) };
  }
  const ticks = multiples(step, bottom, top);
  return { ...WHOLE, domain: [ticks[0], top], ticks, startsAt: ticks[0] };
}

/** That of dots with their intervals. */
export const dotsAxis = (
  points: readonly Pick<QualityPoint, 'quality'>[],
  { unit }: Pick<Measure, 'unit'>,
  whole: boolean,
): Axis =>
  qualityAxis(
    unit,
    points.flatMap(({ quality: { mean, low, high } }) => [mean, low, high]),
    whole,
  );

/** That of lines over pool sizes. */
export const linesAxis = (
  { series, points }: { readonly series: readonly PoolSeries[]; readonly points: readonly PoolPoint[] },
  { unit }: Pick<Measure, 'unit'>,
  whole: boolean,
): Axis =>
  qualityAxis(
    unit,
    series.flatMap(({ id }) => points.map((point) => point[id])),
    whole,
  );

/** Whether a level is within an axis, so that its line is drawn. */
export const isInView = (level: number, { domain }: Pick<Axis, 'domain'>): boolean =>
  level >= Math.min(...domain) && level <= Math.max(...domain);

function rankAxis(worst: number): Axis {
  const step = Math.max(1, roundStep(worst, MOST_STEPS - 1));
  const last = step * Math.ceil(worst / step);
  const ticks = [1, ...multiples(step, step, last).filter((tick) => tick > 1)];
  return { domain: [last, 1], ticks, scale: 'linear', startsAt: null, format: count };
}
