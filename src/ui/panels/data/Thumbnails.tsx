import type { Thumbnail } from '../../../dataset/dropped/inspect-dropped';
import { BlobImage } from '../../primitives/BlobImage';
import styles from './InspectionPanel.module.css';

/** A few pictures, small. */
export function Thumbnails({ pictures }: { pictures: readonly Thumbnail[] }) {
  if (pictures.length === 0) return null;
  return (
    <div className={styles.thumbnails} data-testid="thumbnails">
      {pictures.map(({ name, picture }, i) => (
        <BlobImage key={i} blob={picture} title={name} alt={name} />
      ))}
    </div>
  );
}
