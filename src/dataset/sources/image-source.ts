import type { Bytes } from '../../lib/bytes';

/** Where pictures come from: a base URL, files or zips, all read in the same way. */
export interface ImageSource {
  /** Base names of the pictures it has, or null where that is known only by fetching them. */
  readonly names: ReadonlySet<string> | null;
  /**
   * The encoded bytes of one picture, by the file name that the captions give it.
   * @throws PictureError where only this picture cannot be read: leave it out and continue. Any other error ends the run.
   */
  read(fileName: string, signal: AbortSignal): Promise<Bytes>;
}
