import type { Captions } from '../types';

/** A format of captions files. To add one: write a file beside this one, and list it in captions-formats.ts. */
export interface CaptionsFormat {
  /** Endings of file names, in lower case and without the dot. Formats may share one. */
  readonly extensions: readonly string[];
  /** Whether a file's text looks like this format: decides where the extension leaves a choice. */
  looksLike(text: string): boolean;
  /**
   * @param fileName names the file in messages
   * @throws InputError that names the file, the record and the field
   */
  parse(text: string, fileName: string): Captions;
}
