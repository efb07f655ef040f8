import * as v from 'valibot';
import { SWEEP_OPTIONS } from './options/sweep';
import { defaultsOf, type ValuesOf } from './options/option';

export { PRECISIONS } from './compression';
export type { Precision } from './compression';
export { POOLS } from './pools';

/** The axes and choices of a sweep: everything but the embeddings that its rows depend on. */
export type SweepConfig = ValuesOf<typeof SWEEP_OPTIONS>;

export const DEFAULT_SWEEP: SweepConfig = defaultsOf(SWEEP_OPTIONS);

/** By which a stored sweep is checked when it is read back. */
export const sweepSchema = v.object(
  Object.fromEntries(Object.entries(SWEEP_OPTIONS).map(([name, { schema }]) => [name, schema])),
) as unknown as v.GenericSchema<unknown, SweepConfig>;
