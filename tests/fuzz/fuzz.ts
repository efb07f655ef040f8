import fc from 'fast-check';
import type { Target } from './target';

/** How often a target's inputs were read, refused with a sentence, or ended in any other way. */
export interface Tally {
  readonly inputs: number;
  readonly read: number;
  readonly refused: number;
  readonly uncaught: readonly string[];
  /** The most processor time that one input took, milliseconds. */
  readonly slowest: number;
}

/** An input that takes more processor time counts as one that hangs. Milliseconds. */
const TOO_LONG = 10_000;

/** Gives a target so many inputs. A value and an error with a sentence (of the file or of its host) are the two outcomes that may be. */
export async function fuzz({ inputs, read }: Target, count: number, seed: number): Promise<Tally> {
  let [values, refused, slowest] = [0, 0, 0];
  const uncaught: string[] = [];
  for (const input of fc.sample(inputs, { numRuns: count, seed })) {
    const begun = process.cpuUsage();
    try {
      await read(input);
      values++;
    } catch (error) {
      if (isSentence(error)) refused++;
      else uncaught.push(`${String(error).slice(0, 300)} — ${fc.stringify(input).slice(0, 600)}`);
    }
    const { user, system } = process.cpuUsage(begun);
    const took = (user + system) / 1000;
    slowest = Math.max(slowest, took);
    if (took > TOO_LONG) uncaught.push(`took ${took} ms — ${fc.stringify(input).slice(0, 600)}`);
  }
  return { inputs: count, read: values, refused, uncaught, slowest };
}

/** A sentence for a person: of some words, not endless, and not the text of a JavaScript error. */
const isSentence = (error: unknown): boolean =>
  error instanceof Error &&
  ['InputError', 'FetchError'].includes(error.name) &&
  / /.test(error.message) &&
  error.message.length < 2000 &&
  !/undefined|\[object|is not a function|Cannot read|Invalid array length/.test(error.message);
