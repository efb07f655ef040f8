import { memo, useEffect, useMemo, useState } from 'react';
import type { SeenPicture } from '../../run/events';
import { SEEN_KEPT } from '../../state/lab-state';
import { useLab } from '../../state/use-lab';
import { readThumbnails } from '../../storage/thumbnails';
import { BlobImage } from '../primitives/BlobImage';
import styles from './Mosaic.module.css';

/** The pictures that a run has read last: tiles that fill, and then fill again from the first. */
export function Mosaic() {
  const { count, latest } = useLab((state) => state.seen);
  const tiles = new Map(latest.map((picture, i) => [(count - latest.length + i) % SEEN_KEPT, picture]));
  return (
    <div className={styles.mosaic} aria-hidden data-testid="mosaic">
      {Array.from({ length: SEEN_KEPT }, (_, place) => (
        <div key={place} className={styles.tile}>
          {tiles.has(place) && <Tile key={tiles.get(place)!.hash} picture={tiles.get(place)!} />}
        </div>
      ))}
    </div>
  );
}

const Tile = memo(function Tile({
  picture: { fileName, hash, caption, thumbnail },
}: {
  picture: SeenPicture;
}) {
  const [stored, setStored] = useState<Blob | null>(null);
  useEffect(() => {
    let isCurrent = true;
    if (thumbnail) return;
    readThumbnails(new Map([[fileName, hash]]), [fileName]).then(
      (found) => isCurrent && setStored(found.get(fileName) ?? null),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [thumbnail, fileName, hash]);
  const made = useMemo(() => thumbnail && new Blob([thumbnail]), [thumbnail]);
  const blob = made ?? stored;
  return blob && <BlobImage className={styles.picture} blob={blob} title={caption} />;
});
