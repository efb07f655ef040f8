import { byteCount } from '../../lib/byte-count';
import { messageOf } from '../../lib/errors';
import type { RangeFileOptions } from '../../net/range-file';
import { captionColumn, DESCRIPTIONS, pictureColumn } from './guess-columns';
import { chooseSplit, listSplits } from './listing';
import type { HubChoice } from './open-hub';
import { RemoteTable } from './remote-table';
import type { TableColumn } from './schema-column';

/** The first rows of a data set, and what its columns are guessed to be, before anything is fetched in bulk. */
export interface HubPreview {
  /** Which part is read, how large it is, and what others there are. */
  readonly sentence: string;
  readonly columns: readonly string[];
  /** Rows × columns, as text. */
  readonly rows: readonly (readonly string[])[];
  /** The columns that are used where none is chosen; null where that is not clear. */
  readonly image: string | null;
  readonly caption: string | null;
  /** What has to be chosen, or what is wrong with a choice. */
  readonly question: string | null;
}

const ROWS = 10;
/** Longer cells are cut. Characters. */
const SHOWN = 120;

/**
 * Reads the first rows of a data set of the hub: of its pictures, their names alone.
 * @throws as `openHub` does, but not for columns
 */
export async function previewHub(
  choice: HubChoice,
  options: Omit<RangeFileOptions, 'byteLength'>,
): Promise<HubPreview> {
  const splits = await listSplits(choice.server, choice.dataset, options.signal, options.policy);
  const { config, split, files } = chooseSplit(splits, choice.config, choice.split);
  const table = await RemoteTable.open(files, options);
  const { value: slab } = await table.slabs('').next();
  const first = slab && { ...slab, to: Math.min(slab.to, slab.from + ROWS) };
  const cells = first
    ? await Promise.all(
        table.columns.map((column) => shownCells(column, () => readShown(table, column, first), first)),
      )
    : [];
  const image = guessed(() => pictureColumn(table.columns, ''));
  const caption = guessed(() => captionColumn(table.columns, ''));
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const others = splits.filter((one) => one.config !== config || one.split !== split);
  return {
    sentence:
      `Config ${config}, split ${split}: ${files.length === 1 ? 'one file' : `${files.length} files`}, ${byteCount(size)}.` +
      (others.length > 0
        ? ` There are also ${others.map((one) => `${one.config}/${one.split}`).join(', ')}.`
        : ''),
    columns: table.columns.map(({ name }) => name),
    rows: Array.from({ length: first ? first.to - first.from : 0 }, (_, row) =>
      cells.map((column) => column[row]),
    ),
    image: image.name,
    caption: caption.name,
    question:
      problemOf(() => pictureColumn(table.columns, choice.imageColumn)) ??
      problemOf(() => captionColumn(table.columns, choice.captionColumn)),
  };
}

type Rows = { readonly from: number; readonly to: number };

const readShown = (table: RemoteTable, column: TableColumn, slab: Parameters<RemoteTable['read']>[0]) =>
  column.kind === 'pictures' ? table.readPaths(slab, column.name) : table.read(slab, column.name);

/** The cells of a column as they are shown: of pictures, their names where they have any; of what cannot be used, what it is. */
async function shownCells(
  { kind, hasPath }: TableColumn,
  read: () => Promise<unknown[]>,
  { from, to }: Rows,
): Promise<string[]> {
  const isReadable = kind === 'pictures' ? hasPath : kind !== 'other';
  if (!isReadable) return new Array<string>(to - from).fill(DESCRIPTIONS[kind]);
  return (await read()).map((cell) => {
    const text = Array.isArray(cell) ? cell.join(' · ') : String(cell ?? '');
    return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  });
}

function guessed(choose: () => TableColumn): { name: string | null } {
  try {
    return { name: choose().name };
  } catch {
    return { name: null };
  }
}

function problemOf(choose: () => TableColumn): string | null {
  try {
    choose();
    return null;
  } catch (error) {
    return messageOf(error);
  }
}
