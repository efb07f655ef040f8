import { useCallback } from 'react';
import styles from './Explorer.module.css';

/** A picture that is in memory; its address is given up when it is no longer shown. */
export function BlobImage({ blob, title }: { readonly blob: Blob; readonly title: string }) {
  const show = useCallback(
    (image: HTMLImageElement) => {
      image.src = URL.createObjectURL(blob);
      return () => URL.revokeObjectURL(image.src);
    },
    [blob],
  );
  return <img className={styles.picture} ref={show} alt="" title={title} />;
}
