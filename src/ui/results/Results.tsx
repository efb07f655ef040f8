import { useLab } from '../../state/use-lab';
import styles from './Results.module.css';
import { RunViews } from './RunViews';
import { SelfTest, type SelfTestProps } from './self-test/SelfTest';
import { WELCOME } from './texts';

interface ResultsProps {
  readonly selfTest?: SelfTestProps;
}

/** The results as they arrive, unless this build fails its self-test: then none are shown. */
export function Results({ selfTest }: ResultsProps) {
  const hasRun = useLab(({ run }) => run.record !== null && (run.status !== 'failed' || run.rows.length > 0));
  const failed = selfTest?.selfTest?.passed === false;
  return (
    <>
      {!failed && (hasRun ? <RunViews /> : <Welcome />)}
      {selfTest && <SelfTest {...selfTest} />}
    </>
  );
}

function Welcome() {
  return (
    <div className={styles.welcome}>
      <h2>{WELCOME.heading}</h2>
      <p>{WELCOME.about}</p>
      <p>
        {WELCOME.press} <strong>{WELCOME.runDemo}</strong> {WELCOME.start}
      </p>
    </div>
  );
}
