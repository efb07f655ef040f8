import { STEADY } from '../../retrieval/speed/speed';

/** Milliseconds that one setting takes at least: warm-up and samples in both directions. */
const SETTING_MS = 2 * (STEADY.warmUpMs + STEADY.samples * STEADY.sampleMs);

/** About how long the settings that are left take, from how long those that are done took: packing counts too. */
export const millisecondsLeft = (done: number, total: number, elapsed: number): number =>
  (total - done) * (done === 0 ? SETTING_MS : elapsed / done);
