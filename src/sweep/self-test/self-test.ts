import type { SweepConfig } from '../../protocol/sweep-config';
import { summarise, type EvaluationInput } from '../plan/input';
import { plan } from '../plan/plan';
import type { ResultRow } from '../results/result';
import type { ControlCase, Requirement } from './control-cases';
import { SELF_TEST_AXES, controlCases } from './control-cases';

/** Whether one number came out as it must, told by the cell that is farthest from it. */
export interface Verdict {
  readonly arm: ControlCase['name'];
  readonly expected: number;
  readonly measured: number;
  readonly tolerance: number;
  readonly passed: boolean;
  readonly sentence: string;
}

export interface SelfTest {
  readonly passed: boolean;
  readonly verdicts: readonly Verdict[];
}

/** Computes all rows of a sweep. */
export type RunSweep = (input: EvaluationInput, config: SweepConfig) => Promise<readonly ResultRow[]>;

const DIRECTIONS = { textToImage: 'text→image', imageToText: 'image→text' } as const;
const CONSEQUENCE =
  'The code that turns vectors into metrics is wrong: do not rely on results from this page.';

/** Four significant digits, without zeros at the end. */
const short = (value: number): string => String(Number(value.toPrecision(4)));

function verdict(
  { name, label }: ControlCase,
  { expected, measured, tolerance }: Pick<Verdict, 'expected' | 'measured' | 'tolerance'>,
  told: string,
): Verdict {
  const passed = Math.abs(measured - expected) <= tolerance;
  const sentence = `${label}: ${told}.${passed ? '' : ` ${CONSEQUENCE}`}`;
  return { arm: name, expected, measured, tolerance, passed, sentence };
}

function judgeCount(arm: ControlCase, config: SweepConfig, rows: readonly ResultRow[]) {
  const expected = plan(config, summarise(arm.input)).length;
  const measured = rows.length;
  return verdict(arm, { expected, measured, tolerance: 0 }, `${measured} of ${expected} cells were computed`);
}

function judge(arm: ControlCase, required: Requirement, rows: readonly ResultRow[]): Verdict {
  const cells = rows.flatMap(({ dim, precision, candidateSize, ...row }) =>
    (['textToImage', 'imageToText'] as const).flatMap((direction) => {
      const result = row[direction];
      const measured = required.measured(result);
      const expected = required.expected(candidateSize);
      const tolerance = required.tolerance(candidateSize);
      const off = Number.isNaN(measured) ? Infinity : Math.abs(measured - expected) / tolerance;
      const place = `${precision}, ${dim} dimensions, pools of ${candidateSize}, ${DIRECTIONS[direction]}`;
      return [{ measured, expected, tolerance, off, place }];
    }),
  );
  const worst = cells.reduce((a, b) => (b.off > a.off ? b : a));
  return verdict(
    arm,
    worst,
    `${required.label} must be ${short(worst.expected)} ± ${short(worst.tolerance)}; the worst value is ${short(worst.measured)} (${worst.place})`,
  );
}

/**
 * Runs every arm with the choices of a run, its axes replaced by small ones, and judges what comes out. An arm that
 * holds for none of the precisions chosen is left out.
 */
export async function runSelfTest(run: RunSweep, choices: SweepConfig): Promise<SelfTest> {
  const verdicts: Verdict[] = [];
  for (const arm of controlCases()) {
    const precisions = choices.precisions.filter((precision) => arm.precisions.includes(precision));
    if (precisions.length === 0) continue;
    const config = { ...choices, ...SELF_TEST_AXES, precisions };
    const rows = await run(arm.input, config);
    const count = judgeCount(arm, config, rows);
    verdicts.push(count);
    if (count.measured > 0) verdicts.push(...arm.requirements.map((required) => judge(arm, required, rows)));
  }
  return { passed: verdicts.every(({ passed }) => passed), verdicts };
}
