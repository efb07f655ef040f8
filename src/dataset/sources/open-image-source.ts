import type { RetryPolicy } from '../../net/retry-policy';
import { picturesOfFiles } from './files';
import { httpSource } from './http';
import type { ImageSource } from './image-source';
import { localSource } from './local';
import { picturesOfZip } from './zip';

/** Where pictures are to be read from: a base URL, or files and zips. */
export type ImageLocation =
  | {
      readonly baseUrl: string;
      /** A JSON list of the file names below `baseUrl`. */
      readonly listUrl: string | null;
    }
  | {
      readonly files: readonly File[];
      readonly zips: readonly { readonly name: string; readonly blob: Blob }[];
    };

/**
 * Opens a source of pictures.
 * @throws InputError where a zip is unusable, FetchError where the list of names cannot be fetched
 */
export async function openImageSource(
  location: ImageLocation,
  signal: AbortSignal,
  policy?: RetryPolicy,
): Promise<ImageSource> {
  if ('baseUrl' in location) return httpSource(location.baseUrl, location.listUrl, signal, policy);
  const zipped = await Promise.all(location.zips.map(({ name, blob }) => picturesOfZip(blob, name)));
  return localSource([...picturesOfFiles(location.files), ...zipped.flat()]);
}
