import { useEffect, useState } from 'react';
import { thumbnailOf } from '../../state/run-pictures';
import styles from './Explorer.module.css';

/** A picture of the run, small; nothing where none is stored. Its address is given up when it is no longer shown. */
export function ItemPicture({ fileName }: { readonly fileName: string }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let isCurrent = true;
    void thumbnailOf(fileName).then((picture) => {
      if (!isCurrent) return;
      made = picture && URL.createObjectURL(picture);
      setUrl(made);
    });
    return () => {
      isCurrent = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [fileName]);
  return url ? <img className={styles.picture} src={url} alt="" title={fileName} /> : null;
}
