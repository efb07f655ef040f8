import { useEffect, useState } from 'react';
import { thumbnailOf } from '../../state/run-pictures';
import { BlobImage } from '../primitives/BlobImage';
import styles from './Explorer.module.css';

/** A picture of the run, small; nothing where none is stored. */
export function ItemPicture({ fileName }: { readonly fileName: string }) {
  const [picture, setPicture] = useState<Blob | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void thumbnailOf(fileName).then((found) => isCurrent && setPicture(found));
    return () => {
      isCurrent = false;
    };
  }, [fileName]);
  return picture && <BlobImage className={styles.picture} blob={picture} title={fileName} />;
}
