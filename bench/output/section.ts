import type { Machine } from '../machine';
import type { BenchOptions } from '../options';
import type { Site } from '../site';

/** What a group of measurements works with. */
export interface Bench {
  readonly site: Site;
  readonly options: BenchOptions;
  readonly machine: Machine;
  /** Prints progress on the terminal. */
  readonly say: (line: string) => void;
}

/** One line of the table of targets. */
export interface Verdict {
  readonly work: string;
  readonly target: string;
  readonly measured: string;
  /** Null where it was not measured. */
  readonly met: boolean | null;
}

/** What a group of measurements adds to the document. */
export interface Section {
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly verdicts: readonly Verdict[];
  /** SVG by file name. */
  readonly plots: Readonly<Record<string, string>>;
}

/** A group that could not be measured, and why; each target of it is listed as not measured. */
export const notMeasured = (
  title: string,
  why: string,
  targets: readonly Pick<Verdict, 'work' | 'target'>[],
): Section => ({
  title,
  body: `Not measured: ${why}`,
  verdicts: targets.map((target) => ({ ...target, measured: `not measured: ${why}`, met: null })),
  plots: {},
});
