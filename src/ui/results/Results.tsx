import { useLab } from '../../state/use-lab';
import { RunResults } from './RunResults';
import { SelfTest, type SelfTestProps } from './SelfTest';

interface ResultsProps {
  readonly selfTest?: SelfTestProps;
}

/** The results as they arrive, unless this build fails its self-test: then none are shown. */
export function Results({ selfTest }: ResultsProps) {
  const hasRun = useLab(({ run }) => run.record !== null && (run.status !== 'failed' || run.rows.length > 0));
  const failed = selfTest?.selfTest?.passed === false;
  return (
    <>
      {!failed && (hasRun ? <RunResults /> : <Welcome />)}
      {selfTest && <SelfTest {...selfTest} />}
    </>
  );
}

function Welcome() {
  return (
    <div className="welcome">
      <h2>Which embedding size, which precision, how large a pool?</h2>
      <p>
        This page embeds captions and pictures with a dual encoder in your browser, then measures text→image
        and image→text retrieval for every combination of dimension, precision and candidate pool. Nothing is
        uploaded.
      </p>
      <p>
        Press <strong>Run the demo</strong> for drawn scenes and a tiny model (not CLIP), choose COCO, or drop
        your own captions file and pictures anywhere on this page.
      </p>
    </div>
  );
}
