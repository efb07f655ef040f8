import { bytes } from '../formats/format';
import { speedText } from '../formats/speed';
import type { BytesPoint, SpeedPoint } from './quality-point';

/** What lies along the horizontal axis of a chart of quality. */
export interface Along<P> {
  at(point: P): number;
  /** Whether a point is the better the less it has of it, or the more. */
  readonly better: 'less' | 'more';
  /** From where to where it was measured; absent where it is one number. */
  spread?(point: P): readonly [low: number, high: number];
  inWords(point: P): string;
}

export const BYTES: Along<BytesPoint> = {
  at: (point) => point.bytes,
  better: 'less',
  inWords: (point) => bytes(point.bytes),
};

export const SPEED: Along<SpeedPoint> = {
  at: ({ speed }) => speed.median,
  better: 'more',
  spread: ({ speed }) => [speed.slowest, speed.fastest],
  inWords: ({ speed }) => `${speedText(speed)} queries/s`,
};
