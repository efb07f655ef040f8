import { share } from './format';
import './self-test.css';

/** What the self-test found: one verdict for each arm whose answer is known beforehand. */
interface SelfTestResult {
  readonly passed: boolean;
  readonly verdicts: readonly {
    readonly arm: string;
    readonly expected: number;
    readonly measured: number;
    readonly tolerance: number;
    readonly passed: boolean;
    readonly sentence: string;
  }[];
}

export interface SelfTestProps {
  /** Null before it was run. */
  readonly selfTest: SelfTestResult | null;
  readonly running: boolean;
  onRun(): void;
}

/** Whether this build measures right, shown by inputs whose answers are known; says so aloud where it does not. */
export function SelfTest({ selfTest, running, onRun }: SelfTestProps) {
  return (
    <section className="self-test" aria-label="Self-test">
      {selfTest?.passed === false && (
        <p className="error" role="alert">
          This build fails its self-test, so no results are shown: {reasons(selfTest)}
        </p>
      )}
      <details open={selfTest?.passed === false}>
        <summary>Does this build measure right?{selfTest && (selfTest.passed ? ' Yes.' : ' No.')}</summary>
        <p className="why">
          Inputs whose Recall@K is known beforehand go through the code that makes the results. A build that
          misses one of them shows no results.
        </p>
        {selfTest && (
          <ul className="verdicts">
            {selfTest.verdicts.map((verdict) => (
              <li key={verdict.arm} className={verdict.passed ? 'passed' : 'missed'}>
                <span className="verdict-mark" aria-hidden="true">
                  {verdict.passed ? '✓' : '✗'}
                </span>
                <span className="visually-hidden">{verdict.passed ? 'Passed: ' : 'Failed: '}</span>
                <span>
                  {verdict.arm} → {verdict.expected === 1 ? '1' : 'chance'}
                </span>
                <span className="verdict-numbers">
                  expected {share(verdict.expected)}
                  {verdict.tolerance > 0 && ` ± ${share(verdict.tolerance)}`}, measured{' '}
                  {share(verdict.measured)}
                </span>
                {!verdict.passed && <span className="why">{verdict.sentence}</span>}
              </li>
            ))}
          </ul>
        )}
        <button type="button" disabled={running} onClick={onRun}>
          {running ? 'Running the self-test …' : 'Run the self-test'}
        </button>
      </details>
    </section>
  );
}

const reasons = ({ verdicts }: SelfTestResult): string =>
  verdicts
    .filter(({ passed }) => !passed)
    .map(({ sentence }) => sentence)
    .join(' ');
