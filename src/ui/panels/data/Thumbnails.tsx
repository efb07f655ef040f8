import { useCallback } from 'react';
import type { Thumbnail } from '../../../dataset/dropped/inspect-dropped';
import styles from './InspectionPanel.module.css';

/** A few pictures, small. */
export function Thumbnails({ pictures }: { pictures: readonly Thumbnail[] }) {
  if (pictures.length === 0) return null;
  return (
    <div className={styles.thumbnails} data-testid="thumbnails">
      {pictures.map((one, i) => (
        <Picture key={i} {...one} />
      ))}
    </div>
  );
}

/** Its address is given up when it is no longer shown. */
function Picture({ name, picture }: Thumbnail) {
  const show = useCallback(
    (image: HTMLImageElement) => {
      const url = URL.createObjectURL(picture);
      image.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [picture],
  );
  return <img ref={show} alt={name} title={name} decoding="async" />;
}
