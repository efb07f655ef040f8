/** Where pictures come from: one method, so that a URL, dropped files and a zip look the same to the run. */
export interface ImageSource {
  /** Base names of the pictures it has, or null where only asking can tell. */
  readonly names: ReadonlySet<string> | null;
  /**
   * The encoded bytes of one picture, by the file name that the captions give it.
   * @throws PictureError where this picture alone cannot be had: leave it out and go on. Any other error ends the run.
   */
  read(fileName: string, signal: AbortSignal): Promise<Blob>;
}
