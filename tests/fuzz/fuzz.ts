import fc from 'fast-check';
import type { Target } from './targets';

/** How often a target's inputs were read, refused with a sentence, or ended in any other way. */
export interface Tally {
  readonly inputs: number;
  readonly read: number;
  readonly refused: number;
  readonly uncaught: readonly string[];
  /** The longest that one input took, milliseconds. */
  readonly slowest: number;
}

/** An input that takes longer counts as one that hangs. Milliseconds. */
const TOO_LONG = 10_000;

/** Gives a target so many inputs. A value and an InputError with a sentence are the two outcomes that may be. */
export async function fuzz({ inputs, read }: Target, count: number, seed: number): Promise<Tally> {
  let [values, refused, slowest] = [0, 0, 0];
  const uncaught: string[] = [];
  for (const input of fc.sample(inputs, { numRuns: count, seed })) {
    const begun = performance.now();
    try {
      await read(input);
      values++;
    } catch (error) {
      if (isSentence(error)) refused++;
      else uncaught.push(`${String(error).slice(0, 300)} — ${fc.stringify(input).slice(0, 600)}`);
    }
    const took = performance.now() - begun;
    slowest = Math.max(slowest, took);
    if (took > TOO_LONG) uncaught.push(`took ${took} ms — ${fc.stringify(input).slice(0, 600)}`);
  }
  return { inputs: count, read: values, refused, uncaught, slowest };
}

/** A sentence for a person: of some words, not endless, and not the text of a JavaScript error. */
const isSentence = (error: unknown): boolean =>
  error instanceof Error &&
  error.name === 'InputError' &&
  / /.test(error.message) &&
  error.message.length < 2000 &&
  !/undefined|\[object|is not a function|Cannot read|Invalid array length/.test(error.message);
