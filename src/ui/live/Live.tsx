import { latestRun } from '../../state/lab-state';
import { useLab } from '../../state/use-lab';
import { countsOf, speedOf } from '../panels/run/stage-words';
import { PROGRESS } from '../panels/texts';
import text from '../primitives/text.module.css';
import styles from './Live.module.css';
import { Mosaic } from './Mosaic';
import { LIVE } from './texts';

/** What a run is doing before it has results: its stage in words, the pictures that go by, and the caption of the last. */
export function Live() {
  const stage = useLab((state) => latestRun(state).stages.at(-1));
  const last = useLab((state) => state.seen.latest.at(-1));
  const hasPictures = useLab((state) => state.choices.data !== 'npz');
  return (
    <section className={styles.live} aria-label={LIVE.label} data-testid="live">
      <h2>{stage ? PROGRESS.stages[stage.name] : LIVE.starting}</h2>
      <p className={text.why}>{stage && [countsOf(stage), speedOf(stage)].filter(Boolean).join(' · ')}</p>
      {hasPictures && (
        <>
          <Mosaic />
          <p className={styles.caption}>{last?.caption}</p>
        </>
      )}
    </section>
  );
}
