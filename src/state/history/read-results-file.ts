import { startResultsReader } from '../../../workers/host';
import { abortable } from '../../net/abortable';
import type { OpenedResults } from '../../report/opened/read-results';

/**
 * Reads a file of results in a thread of its own.
 * @param name what messages call it
 * @param opened when it is opened, ISO 8601
 * @throws Error where the file cannot be read, see `readResults`
 */
export async function readResultsFile(file: Blob, name: string, opened: string): Promise<OpenedResults> {
  const { remote, died, terminate } = startResultsReader();
  try {
    return await abortable(remote.read(file, name, opened), died);
  } finally {
    terminate();
  }
}
