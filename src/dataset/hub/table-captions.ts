import pMap from 'p-map';
import { InputError } from '../../lib/errors';
import { CaptionsBuilder } from '../formats/captions-builder';
import { requirePlainFileName } from '../file-name';
import type { Captions } from '../types';
import type { TableRoles } from './guess-columns';
import type { RemoteTable, Slab } from './remote-table';

/** Where a picture is in a table. */
export interface PicturePlace {
  readonly slab: Slab;
  /** From the slab's first row. */
  readonly index: number;
}

export interface TableCaptions {
  readonly captions: Captions;
  /** By the file name that the captions give it. */
  readonly places: ReadonlyMap<string, PicturePlace>;
  /** Whether the lines of a text are captions of their own. */
  readonly byLine: boolean;
}

/** Slabs whose captions are read at once. */
const SLABS_AT_ONCE = 6;
/** Texts of several lines are lists of captions where the first rows all are. */
const LOOKED_AT = 10;

/** The captions of a row, and what its picture is called; pictures are not read. */
interface TableRow extends PicturePlace {
  /** As the table has it; null where it has no names. */
  readonly id: number | string | null;
  readonly texts: readonly string[];
}

/**
 * The captions of a table, up to the row where there are as many as asked for. Rows that name the same picture are one picture
 * with all of their captions. A picture's id is the value of its column of names, or the row's number from 0; a caption's is
 * its number, from 1.
 * @param wanted how many rows with captions are enough; null for all
 * @throws InputError where there are none, FetchError where the host does not send them
 */
export async function readTableCaptions(
  table: RemoteTable,
  roles: TableRoles,
  wanted: number | null,
): Promise<TableCaptions> {
  const rows = await readRows(table, roles, wanted ?? Infinity);
  const byLine = roles.caption.kind === 'text' && areLines(rows);
  const builder = new CaptionsBuilder(', ');
  const places = new Map<string, PicturePlace>();
  let captions = 0;
  rows.forEach(({ id, texts, slab, index }, row) => {
    const place = `row ${row}`;
    const imageId = id ?? row;
    if (!builder.hasPicture(imageId)) {
      const fileName = fileNameOf(imageId, row);
      builder.addPicture({ id: imageId, fileName }, place, 'file name');
      places.set(fileName, { slab, index });
    }
    for (const text of byLine ? texts.flatMap((one) => one.split('\n')) : texts) {
      if (byLine && text.trim() === '') continue;
      builder.addCaption({ id: ++captions, imageId, text }, place);
    }
  });
  if (captions === 0) throw new InputError(`The column “${roles.caption.name}” has no captions.`);
  return { captions: builder.build(), places, byLine };
}

/** The first rows of a table with their captions, slab by slab, until there are enough. */
async function readRows(table: RemoteTable, roles: TableRoles, wanted: number): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  const slabs = table.slabs(roles.image.name);
  const withCaptions = new Set<number | string>();
  while (withCaptions.size < wanted) {
    const next: Slab[] = [];
    let length = 0;
    while (next.length < SLABS_AT_ONCE && withCaptions.size + length < wanted) {
      const { done, value } = await slabs.next();
      if (done) break;
      next.push(value);
      length += value.to - value.from;
    }
    if (next.length === 0) break;
    const read = await pMap(next, (slab) => readSlab(table, roles, slab));
    for (const row of read.flat()) {
      if (row.texts.length > 0) withCaptions.add(row.id ?? rows.length);
      rows.push(row);
    }
  }
  return rows;
}

async function readSlab(
  table: RemoteTable,
  { image, caption, name }: TableRoles,
  slab: Slab,
): Promise<TableRow[]> {
  const nameCells = async () => {
    if (name) return table.read(slab, name.name);
    return image.hasPath ? table.readPaths(slab, image.name) : null;
  };
  const [texts, names] = await Promise.all([table.read(slab, caption.name), nameCells()]);
  return texts.map((cell, index) => ({
    slab,
    index,
    id: idOf(names?.[index]),
    texts: [cell].flat().filter((text): text is string => typeof text === 'string'),
  }));
}

function idOf(cell: unknown): number | string | null {
  if (typeof cell === 'bigint') return Number.isSafeInteger(Number(cell)) ? Number(cell) : String(cell);
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' && cell !== '' ? cell : null;
}

function areLines(rows: readonly TableRow[]): boolean {
  const first = rows.slice(0, LOOKED_AT).flatMap(({ texts }) => texts);
  return first.length > 0 && first.every((text) => text.trim().includes('\n'));
}

/** A name for a picture that is plain: its own where it has one. */
function fileNameOf(id: number | string, row: number): string {
  try {
    requirePlainFileName(String(id), '');
    return String(id);
  } catch {
    return `row-${row}`;
  }
}
