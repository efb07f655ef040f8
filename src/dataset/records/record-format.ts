import type { PairRecord } from './record';

/** A format of captions files whose records each name a picture and its captions. */
export interface RecordFormat {
  /** As the page names it. */
  readonly label: string;
  /** Endings of file names, in lower case and without the dot. Formats may share one. */
  readonly extensions: readonly string[];
  /** Whether the beginning of a file looks like this format: decides where the extension leaves a choice. */
  looksLike(head: string): boolean;
  /**
   * The records in file order, some at a time.
   * @param name names the file in messages
   * @throws InputError that names the file and the record
   */
  read(file: Blob, name: string): AsyncGenerator<readonly PairRecord[]>;
}
