import type { Emphasis } from '../emphasis';
import type { Place } from './nearest';

/** A point in pixels with what it says. */
export interface ReadPoint extends Place {
  readonly key: string;
  readonly name: string;
  readonly text: string;
  readonly emphasis: Emphasis;
}
