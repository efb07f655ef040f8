import type { Bytes } from '../../lib/bytes';
import { FetchError, InputError, PictureError } from '../../lib/errors';
import { NoAnswerError } from '../../net/fetch-with-retry';
import { FileChangedError } from '../../net/range-file';
import type { ImageSource } from '../sources/image-source';
import type { RemoteTable, Slab } from './remote-table';
import type { PicturePlace } from './table-captions';

/** Rows whose pictures are held, so that memory does not grow with the table; pictures are read in about the table's order. */
const HELD_ROWS = 200;
/** After so many slabs in a row that could not be fetched, the host counts as unreachable. */
const MAX_FAILED = 3;

/** Pictures in a column of a table, fetched slab by slab. */
export function tablePictures(
  table: RemoteTable,
  column: string,
  places: ReadonlyMap<string, PicturePlace>,
): ImageSource {
  const held = new Map<Slab, Promise<(Bytes | null)[]>>();
  let failed = 0;

  const cellsOf = (slab: Slab): Promise<(Bytes | null)[]> => {
    const known = held.get(slab);
    if (known) return known;
    const cells = table.read(slab, column).then(
      (read) => ((failed = 0), read.map(toBytes)),
      (error: unknown) => {
        if (!(error instanceof FetchError || error instanceof InputError) || ++failed >= MAX_FAILED)
          throw error;
        throw new PictureError(reasonOf(error), error);
      },
    );
    // Whoever asked for it hears of a failure.
    cells.catch(() => undefined);
    held.set(slab, cells);
    release(held);
    return cells;
  };

  return {
    names: null,
    async read(fileName, signal) {
      signal.throwIfAborted();
      const place = places.get(fileName);
      if (!place) throw new PictureError('not in the table');
      const cell = (await cellsOf(place.slab))[place.index];
      if (cell) return cell;
      throw new PictureError('its cell in the table is empty');
    },
  };
}

function toBytes(cell: unknown): Bytes | null {
  const bytes = cell instanceof Uint8Array ? cell : (cell as { bytes?: unknown } | null)?.bytes;
  return bytes instanceof Uint8Array && bytes.length > 0 ? bytes.slice() : null;
}

/** Lets go of the slabs that were read first, but for the last two. */
function release(held: Map<Slab, unknown>): void {
  let rows = 0;
  const slabs = [...held.keys()].reverse();
  slabs.forEach((slab, i) => {
    if (rows >= HELD_ROWS && i >= 2) held.delete(slab);
    rows += slab.to - slab.from;
  });
}

function reasonOf(error: Error): string {
  return error instanceof NoAnswerError || error instanceof FileChangedError ? error.reason : error.message;
}
