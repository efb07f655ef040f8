import { decodeText } from '../src/dataset/text/decode-text';
import { readResults } from '../src/report/opened/read-results';

/** Lives in a thread that reads files of results, so that large ones do not hold up the page. */
export const resultsReader = {
  /** See `readResults`. */
  read: async (file: Blob, name: string, opened: string) =>
    readResults(await decodeText(file, name), name, opened),
};

export type ResultsReader = typeof resultsReader;
