import { useEffect, useState } from 'react';
import { isExample, type RunState } from '../../state/lab-state';
import { picturesOf } from '../../state/run-controller';
import { labStore } from '../../state/store';
import { readThumbnails } from '../../storage/thumbnails';
import { useLab } from '../../state/use-lab';
import { Thumbnails } from '../panels/data/Thumbnails';

/** So many pictures are shown. */
const SHOWN = 8;

/** A few pictures of the run, small; also of a run of an earlier visit. None where none are stored. */
export function RunPictures() {
  const started = useLab((state) => state.run.record?.started);
  const status = useLab((state) => state.run.status);
  const example = useLab((state) => (isExample(state) ? state.example : null));
  const [pictures, setPictures] = useState<readonly { name: string; picture: Blob }[]>([]);
  useEffect(() => {
    let isCurrent = true;
    firstOf(labStore.getState().run).then(
      (found) => isCurrent && setPictures(found),
      () => isCurrent && setPictures([]),
    );
    return () => {
      isCurrent = false;
    };
  }, [started, status]);
  return <Thumbnails pictures={example?.pictures ?? pictures} />;
}

async function firstOf(run: RunState) {
  const hashes = await picturesOf(run);
  if (!hashes) return [];
  const found = await readThumbnails(hashes, [...hashes.keys()].slice(0, SHOWN));
  return [...found].map(([name, picture]) => ({ name, picture }));
}
