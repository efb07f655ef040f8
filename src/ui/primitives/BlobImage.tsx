import { useCallback } from 'react';

interface BlobImageProps {
  readonly blob: Blob;
  readonly title: string;
  /** Empty where the words beside it say what it is. */
  readonly alt?: string;
  readonly className?: string;
}

/** A picture that is in memory; its address is given up when it is no longer shown. */
export function BlobImage({ blob, title, alt = '', className }: BlobImageProps) {
  const show = useCallback(
    (image: HTMLImageElement) => {
      const url = URL.createObjectURL(blob);
      image.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [blob],
  );
  return <img className={className} ref={show} alt={alt} title={title} decoding="async" />;
}
