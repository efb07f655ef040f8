import type { SelfTest as Tested, Verdict } from '../../../sweep/self-test/self-test';
import text from '../../primitives/text.module.css';
import styles from './SelfTest.module.css';
import { SELF_TEST } from '../texts';

export interface SelfTestProps {
  /** Null before it was run. */
  readonly selfTest: Tested | null;
  readonly running: boolean;
  onRun(): void;
}

/** Whether this build computes correct metrics for inputs whose metrics are known; an alert where it does not. */
export function SelfTest({ selfTest, running, onRun }: SelfTestProps) {
  const failed = selfTest?.passed === false;
  return (
    <section className={styles.selfTest} aria-label={SELF_TEST.label}>
      {failed && (
        <p className={text.error} role="alert">
          {SELF_TEST.failure}
        </p>
      )}
      <details open={failed}>
        <summary>{!selfTest ? SELF_TEST.heading : failed ? SELF_TEST.failed : SELF_TEST.passed}</summary>
        <p className={text.why}>{SELF_TEST.why}</p>
        {selfTest && <Cases verdicts={selfTest.verdicts} />}
        <button type="button" disabled={running} onClick={onRun}>
          {running ? SELF_TEST.running : SELF_TEST.run}
        </button>
      </details>
    </section>
  );
}

/** A line for each case that was run; it opens into its checks, and is open where one of them failed. */
function Cases({ verdicts }: Pick<Tested, 'verdicts'>) {
  const names = Object.keys(SELF_TEST.cases) as Verdict['arm'][];
  return (
    <ul className={styles.cases} data-testid="self-test-cases">
      {names
        .map((name) => ({ name, own: verdicts.filter(({ arm }) => arm === name) }))
        .filter(({ own }) => own.length > 0)
        .map(({ name, own }) => {
          const missed = own.filter(({ passed }) => !passed).length;
          return (
            <li key={name}>
              <details open={missed > 0} data-testid="self-test-case">
                <summary data-testid="self-test-case-name">
                  <Mark passed={missed === 0} /> {SELF_TEST.cases[name]}
                  <span className={styles.count}>
                    {missed === 0 ? SELF_TEST.checks(own.length) : SELF_TEST.failedChecks(missed, own.length)}
                  </span>
                </summary>
                <ul className={styles.checks} data-testid="self-test-checks">
                  {own.map(({ sentence, passed }) => (
                    <li key={sentence}>
                      <Mark passed={passed} /> {sentence}
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          );
        })}
    </ul>
  );
}

function Mark({ passed }: { readonly passed: boolean }) {
  return (
    <>
      <span className={passed ? styles.passed : styles.failed} aria-hidden="true">
        {passed ? '✓' : '✗'}
      </span>
      <span className={text.visuallyHidden}>{passed ? SELF_TEST.markPassed : SELF_TEST.markFailed}</span>
    </>
  );
}
