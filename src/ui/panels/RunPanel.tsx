import { count } from '../../report/formats/format';
import { cancelRun, startRun } from '../../state/run-controller';
import { useLab } from '../../state/use-lab';
import { Progress } from './Progress';

/** Starts and stops the run, and shows how far it is. */
export function RunPanel() {
  const run = useLab((state) => state.run);
  const { dims, precisions, candidateSizes } = useLab((state) => state.choices.sweep);
  const isDemo = useLab((state) => state.choices.data === 'demo' && state.choices.model === 'demo');
  const running = run.status === 'running';
  const cells = dims.length * precisions.length * candidateSizes.length;
  return (
    <section className="run-panel" aria-label="Run" data-status={run.status}>
      <div className="run-line">
        {running ? (
          <button type="button" className="primary" onClick={cancelRun}>
            Cancel
          </button>
        ) : (
          <button type="button" className="primary" onClick={() => void startRun()}>
            {isDemo ? 'Run the demo' : 'Run'}
          </button>
        )}
        <span className="why">{count(cells)} cells, both directions</span>
      </div>
      {run.error && (
        <p className="error" role="alert">
          {run.error}{' '}
          <button type="button" onClick={() => void startRun()}>
            Retry
          </button>
        </p>
      )}
      {!run.record &&
        run.caveats.map((sentence) => (
          <p key={sentence} className="substitution">
            {sentence}
          </p>
        ))}
      {run.status === 'cancelled' && (
        <p className="why">
          Cancelled. What was finished is kept; embeddings made so far are not made again.
        </p>
      )}
      <Progress stages={run.stages} />
    </section>
  );
}
