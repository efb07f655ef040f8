import { InputError } from '../../../lib/errors';
import type { SweepConfig } from '../../../protocol/sweep-config';
import { spacesOf } from '../spaces';
import { fitSweep } from './fit-sweep';
import type { KnownInput } from './known-input';

/** What a run will measure: the lengths of its axes, and the rows they make. */
export interface Forecast {
  readonly dims: number;
  readonly precisions: number;
  readonly pools: number;
  /** Dimensions by the projections that make them; null where that depends on vectors not known yet. */
  readonly spaces: number | null;
  readonly rows: number | null;
  /** What will be left out, a sentence each. */
  readonly leftOut: readonly string[];
}

/** More of everything than any pool asks for. */
const UNKNOWN = { texts: Infinity, images: Infinity, mostTexts: 1, mostImages: 1 };

/**
 * What a run with these choices will do, by what is known of its data beforehand. A sentence where it cannot measure
 * anything.
 */
export function forecast(chosen: SweepConfig, known: Partial<KnownInput>): Forecast | string {
  try {
    const { config, sentences } = fitSweep(chosen, { ...UNKNOWN, ...known });
    const { dims, precisions, candidateSizes } = config;
    const spaces = spacesIn(config, known);
    return {
      dims: dims.length,
      precisions: precisions.length,
      pools: candidateSizes.length,
      spaces,
      rows: spaces === null ? null : spaces * precisions.length * candidateSizes.length,
      leftOut: sentences,
    };
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

/** The random projection alone gives each dimension once, whatever the base is. */
function spacesIn(
  { dims, projections }: SweepConfig,
  { baseDim, givenDims }: Partial<KnownInput>,
): number | null {
  if (baseDim !== undefined) {
    return spacesOf({ dims, projections }, { baseDim, ...(givenDims && { givenDims }) }).length;
  }
  return projections.length === 1 && projections[0] === 'random' ? dims.length : null;
}
