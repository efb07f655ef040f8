import { entrySource } from './entries';
import { fileEntries } from './files';
import { httpSource } from './http';
import type { ImageSource } from './image-source';
import { zipEntries } from './zip';

/** Where pictures are to come from: a base URL, or what is at hand. */
export type ImagePlace =
  | { readonly baseUrl: string; /** A JSON list of the names below it. */ readonly listUrl: string | null }
  | {
      readonly files: readonly File[];
      readonly zips: readonly { readonly name: string; readonly blob: Blob }[];
    };

/**
 * Opens a place of pictures.
 * @throws InputError where a zip is unusable, FetchError where the list of names cannot be had
 */
export async function openImageSource(place: ImagePlace, signal: AbortSignal): Promise<ImageSource> {
  if ('baseUrl' in place) return httpSource(place.baseUrl, place.listUrl, signal);
  const zipped = await Promise.all(place.zips.map(({ name, blob }) => zipEntries(blob, name)));
  return entrySource([...fileEntries(place.files), ...zipped.flat()]);
}
