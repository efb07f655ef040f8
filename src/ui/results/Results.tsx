import { lazy } from 'react';
import { isRunning } from '../../state/lab-state';
import { useLab } from '../../state/use-lab';
import { Part } from '../primitives/Part';
import { EarlierRun } from './EarlierRun';
import { ExampleNote } from './ExampleNote';
import styles from './Results.module.css';
import { LinkVerdict } from './LinkVerdict';
import { RunViews } from './RunViews';
import { SelfTest, type SelfTestProps } from './self-test/SelfTest';
import { WELCOME } from './texts';

const Live = lazy(() => import('../live/Live').then((file) => ({ default: file.Live })));
const RunResults = lazy(() => import('./RunResults').then((file) => ({ default: file.RunResults })));

interface ResultsProps {
  readonly selfTest?: SelfTestProps;
}

/** The results as they arrive and the other views of runs, unless this build fails its self-test: then none are shown. */
export function Results({ selfTest }: ResultsProps) {
  const hasRun = useLab(({ run }) => run.record !== null && (run.status !== 'failed' || run.rows.length > 0));
  const hasHistory = useLab(({ history }) => history.length > 0);
  const failed = selfTest?.selfTest?.passed === false;
  const running = useLab(isRunning);
  const results = hasRun ? (
    <RunResults />
  ) : running ? (
    <Part>
      <Live />
    </Part>
  ) : (
    <Welcome />
  );
  return (
    <>
      {!failed && <LinkVerdict />}
      {!failed && <EarlierRun />}
      {!failed && <ExampleNote />}
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
