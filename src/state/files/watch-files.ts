import { startInspector } from '../../../workers/host';
import { messageOf } from '../../lib/errors';
import { abortable } from '../../net/abortable';
import type { PairFiles } from '../../dataset/dropped/open-dropped';
import type { LabState } from '../lab-state';
import { labStore, notify, setInspection } from '../store';

/** Looks at dropped captions and pictures, again whenever they or the way to read them change, in a thread of its own. */
export function watchFiles(): void {
  let last: unknown[] = [];
  let stop = () => {};
  const look = (state: LabState) => {
    const wanted = causes(state);
    if (wanted.every((one, i) => one === last[i])) return;
    last = wanted;
    stop();
    stop = inspectFiles(state);
  };
  labStore.subscribe(look);
  look(labStore.getState());
}

/** What an inspection depends on. */
const causes = ({ choices, files }: LabState): unknown[] => [
  choices.data === 'files',
  choices.imageColumn,
  choices.captionColumn,
  choices.split,
  contextOf(choices),
  ...Object.values(pairFiles(files)),
];

const pairFiles = ({ captions, pictures, zip, tars, texts }: PairFiles): PairFiles => ({
  captions,
  pictures,
  zip,
  tars,
  texts,
});

/** Whether captions or pictures were dropped. */
export const hasPairFiles = (files: PairFiles): boolean =>
  Object.values(pairFiles(files)).some((one: unknown) =>
    Array.isArray(one) ? one.length > 0 : one !== null,
  );

/** Tokens that the chosen model reads of a caption; those of CLIP where that is not known before the model is. */
export const contextOf = ({ model }: LabState['choices']): number => (model === 'siglip-b16' ? 64 : 77);

/** Returns what ends it. */
function inspectFiles({ choices, files }: LabState): () => void {
  if (choices.data !== 'files' || !hasPairFiles(files)) {
    setInspection('none');
    return () => {};
  }
  setInspection('reading');
  const inspector = startInspector();
  const { imageColumn, captionColumn, split } = choices;
  const choice = { imageColumn, captionColumn, split };
  let isCurrent = true;
  const looking = inspector.remote.inspect(pairFiles(files), choice, contextOf(choices));
  abortable(looking, inspector.died)
    .then(
      (inspection) => isCurrent && setInspection(inspection),
      (error: unknown) => {
        if (!isCurrent) return;
        setInspection('none');
        notify(`The files could not be looked at before the run: ${messageOf(error)}`);
      },
    )
    .finally(() => inspector.terminate());
  return () => {
    isCurrent = false;
    inspector.terminate();
  };
}
