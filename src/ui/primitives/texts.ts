import { duration } from '../../report/formats/format';

/** The words that primitives bring themselves; the others come from their callers. */

export const CONFIRM = { keep: 'Keep' };

export const COUNTDOWN = {
  waiting: (seconds: number) =>
    `The host is busy: trying again in ${seconds < 10 ? `${seconds} s` : duration(seconds)}.`,
};
