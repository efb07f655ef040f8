import { lazy } from 'react';
import { useLab } from '../../state/use-lab';
import { EarlierRun } from './EarlierRun';
import styles from './Results.module.css';
import { LinkVerdict } from './LinkVerdict';
import { RunViews } from './RunViews';
import { SelfTest, type SelfTestProps } from './self-test/SelfTest';
import { WELCOME } from './texts';

const RunResults = lazy(() => import('./RunResults').then((file) => ({ default: file.RunResults })));

interface ResultsProps {
  readonly selfTest?: SelfTestProps;
}

/** The results as they arrive and the other views of runs, unless this build fails its self-test: then none are shown. */
export function Results({ selfTest }: ResultsProps) {
  const hasRun = useLab(({ run }) => run.record !== null && (run.status !== 'failed' || run.rows.length > 0));
  const hasHistory = useLab(({ history }) => history.length > 0);
  const failed = selfTest?.selfTest?.passed === false;
  const results = hasRun ? <RunResults /> : <Welcome />;
  return (
    <>
      {!failed && <LinkVerdict />}
      {!failed && <EarlierRun />}
      {!failed && (hasRun || hasHistory ? <RunViews results={results} /> : results)}
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
