import type { SelfTest as Tested, Verdict } from '../../sweep/self-test/self-test';
import './self-test.css';

export interface SelfTestProps {
  /** Null before it was run. */
  readonly selfTest: Tested | null;
  readonly running: boolean;
  onRun(): void;
}

/** What is put in, and what has to come out. */
const ARMS = {
  shuffled: 'shuffled truth → chance',
  constant: 'constant vectors → chance',
  oracle: 'oracle vectors → 1',
} satisfies Record<Verdict['arm'], string>;

/** Whether this build measures right, shown by inputs whose answers are known; says so aloud where it does not. */
export function SelfTest({ selfTest, running, onRun }: SelfTestProps) {
  const failed = selfTest?.passed === false;
  return (
    <section className="self-test" aria-label="Self-test">
      {failed && (
        <p className="error" role="alert">
          This build fails its self-test, so no results are shown. What came out wrong is listed below.
        </p>
      )}
      <details open={failed}>
        <summary>Does this build measure right?{selfTest && (failed ? ' No.' : ' Yes.')}</summary>
        <p className="why">
          Before each run, inputs whose metrics are known beforehand go through the code that makes the
          results, at the run’s own precisions. A build that misses one of them shows no results.
        </p>
        {selfTest && <Arms verdicts={selfTest.verdicts} />}
        <button type="button" disabled={running} onClick={onRun}>
          {running ? 'Running the self-test …' : 'Run the self-test'}
        </button>
      </details>
    </section>
  );
}

/** A line for each arm that was run; it opens into its sentences, and is open where one of them tells of a fault. */
function Arms({ verdicts }: Pick<Tested, 'verdicts'>) {
  const names = Object.keys(ARMS) as Verdict['arm'][];
  return (
    <ul className="arms" data-testid="self-test-cases">
      {names
        .map((name) => ({ name, own: verdicts.filter(({ arm }) => arm === name) }))
        .filter(({ own }) => own.length > 0)
        .map(({ name, own }) => {
          const missed = own.filter(({ passed }) => !passed).length;
          return (
            <li key={name}>
              <details open={missed > 0} data-testid="self-test-case">
                <summary data-testid="self-test-case-name">
                  <Mark passed={missed === 0} /> {ARMS[name]}
                  <span className="arm-count">
                    {missed === 0 ? `${own.length} checks` : `${missed} of ${own.length} checks failed`}
                  </span>
                </summary>
                <ul className="verdicts" data-testid="self-test-checks">
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
      <span className={passed ? 'mark-passed' : 'mark-failed'} aria-hidden="true">
        {passed ? '✓' : '✗'}
      </span>
      <span className="visually-hidden">{passed ? 'Passed:' : 'Failed:'}</span>
    </>
  );
}
