import { memo, useEffect, useMemo, useState } from 'react';
import type { SeenPicture } from '../../run/events';
import { toBase64 } from '../../lib/bytes';
import { SEEN_KEPT } from '../../state/lab-state';
import { useLab } from '../../state/use-lab';
import { readThumbnails } from '../../storage/thumbnails';
import { BlobImage } from '../primitives/BlobImage';
import styles from './Mosaic.module.css';

/**
 * How a picture in its own address begins: browsers find out from the bytes what it is. An address for bytes in memory is asked of
 * the browser's other processes, which takes 10 ms and more while a run keeps them busy.
 */
const TYPE = 'data:image/jpeg;base64,';

/** The pictures that a run has read last: tiles that fill, and then fill again from the first; the last, whose caption stands below, has a ring. */
export function Mosaic() {
  const { count, latest } = useLab((state) => state.seen);
  const tiles = new Map(latest.map((picture, i) => [(count - latest.length + i) % SEEN_KEPT, picture]));
  const last = (count - 1) % SEEN_KEPT;
  return (
    <div className={styles.mosaic} aria-hidden data-testid="mosaic">
      {Array.from({ length: SEEN_KEPT }, (_, place) => (
        <div key={place} className={styles.tile} data-last={place === last || undefined}>
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
  const address = useMemo(() => thumbnail && TYPE + toBase64(thumbnail), [thumbnail]);
  if (address)
    return <img className={styles.picture} src={address} alt="" title={caption} decoding="async" />;
  return stored && <BlobImage className={styles.picture} blob={stored} title={caption} />;
});
