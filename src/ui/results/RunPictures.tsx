import { useEffect, useState } from 'react';
import { isExample, type RunState } from '../../state/lab-state';
import { picturesOf } from '../../state/run-controller';
import { labStore } from '../../state/store';
import { readThumbnails } from '../../storage/thumbnails';
import { useLab } from '../../state/use-lab';
import { Thumbnails } from '../panels/data/Thumbnails';
import styles from './RunPictures.module.css';

/** So many pictures are shown. */
const SHOWN = 8;

/** A few pictures of the run, small; also of a run of an earlier visit. None where none are stored. */
export function RunPictures() {
  const started = useLab((state) => state.run.record?.started);
  const status = useLab((state) => state.run.status);
  const example = useLab((state) => (isExample(state) ? state.example : null));
  const hasPictures = useLab((state) => state.run.record?.model !== undefined);
  const [pictures, setPictures] = useState<readonly { name: string; picture: Blob }[] | null>(null);
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
  const known = example?.pictures ?? pictures;
  if (known === null) return hasPictures ? <div className={styles.pictures} /> : null;
  return <Thumbnails pictures={known} />;
}

async function firstOf(run: RunState) {
  const hashes = await picturesOf(run);
  if (!hashes) return [];
  const found = await readThumbnails(hashes, [...hashes.keys()].slice(0, SHOWN));
  return [...found].map(([name, picture]) => ({ name, picture }));
}
