import {
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
  type AsyncBuffer,
  type FileMetaData,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { baseName } from '../../lib/base-name';
import { isExplained, InputError } from '../../lib/errors';
import { RangeFile, type RangeFileOptions } from '../../net/range-file';
import { honestPages } from './honest-pages';
import type { ListedFile } from './listing';
import { columnOfSchema, withoutBytes, type TableColumn } from './schema-column';

/** Pictures of one read, at most, where the file says where its pages are. Bytes. */
const SLAB_BYTES = 64 * 2 ** 20;

/** Rows of one file that are read together: a row group, or a part of one that is too large. */
export interface Slab {
  readonly part: TablePart;
  /** In the file; `to` is not included. */
  readonly from: number;
  readonly to: number;
}

/** One file of a table. */
interface TablePart {
  readonly name: string;
  readonly file: AsyncBuffer;
  readonly metadata: FileMetaData;
}

/**
 * Rows in Parquet files on a host, of which only the footers and those parts are fetched that are read. Files are opened as
 * they are reached.
 */
export class RemoteTable {
  readonly columns: readonly TableColumn[];
  private readonly files: readonly ListedFile[];
  private readonly options: Omit<RangeFileOptions, 'byteLength'>;
  private readonly parts: Promise<TablePart>[];

  private constructor(
    files: readonly ListedFile[],
    options: Omit<RangeFileOptions, 'byteLength'>,
    first: TablePart,
  ) {
    this.files = files;
    this.options = options;
    this.parts = [Promise.resolve(first)];
    this.columns = parquetSchema(first.metadata).children.map(columnOfSchema);
  }

  /** @throws FetchError where the first file cannot be fetched, InputError where it is no Parquet file */
  static async open(
    files: readonly ListedFile[],
    options: Omit<RangeFileOptions, 'byteLength'>,
  ): Promise<RemoteTable> {
    return new RemoteTable(files, options, await openPart(files[0], options));
  }

  /**
   * All rows in order, in slabs.
   * @param heavy the column whose size limits a slab
   */
  async *slabs(heavy: string): AsyncGenerator<Slab> {
    for (let i = 0; i < this.files.length; i++) {
      const part = await (this.parts[i] ??= openPart(this.files[i], this.options));
      let start = 0;
      for (const { num_rows, columns } of part.metadata.row_groups) {
        const rows = Number(num_rows);
        const chunks = columns.filter(({ meta_data }) => meta_data?.path_in_schema[0] === heavy);
        const bytes = chunks.reduce(
          (sum, { meta_data }) => sum + Number(meta_data!.total_compressed_size),
          0,
        );
        const hasPages = chunks.every(({ offset_index_offset }) => offset_index_offset !== undefined);
        const pieces = hasPages ? Math.min(rows, Math.max(1, Math.ceil(bytes / SLAB_BYTES))) : 1;
        for (let piece = 0; piece < pieces; piece++) {
          const from = start + Math.floor((rows * piece) / pieces);
          const to = start + Math.floor((rows * (piece + 1)) / pieces);
          if (to > from) yield { part, from, to };
        }
        start += rows;
      }
    }
  }

  /**
   * The cells of a column, one for each row of the slab; of pictures, their bytes and file name.
   * @throws FetchError where they cannot be fetched, InputError where the file is damaged
   */
  read(slab: Slab, column: string): Promise<unknown[]> {
    return readCells(slab, column, slab.part.metadata);
  }

  /** The file names of a column of pictures that has them; their bytes are not fetched. */
  async readPaths(slab: Slab, column: string): Promise<unknown[]> {
    const cells = await readCells(slab, column, withoutBytes(slab.part.metadata, column));
    return cells.map((cell) => (cell as { path?: unknown } | null)?.path);
  }
}

async function openPart(
  { url, size }: ListedFile,
  options: Omit<RangeFileOptions, 'byteLength'>,
): Promise<TablePart> {
  const file = await RangeFile.open(url, { ...options, byteLength: size });
  const name = baseName(new URL(url).pathname);
  const metadata = await explained(name, () => parquetMetadataAsync(file));
  if (metadata.schema.some((element) => typeof element.name !== 'string')) {
    throw new InputError(`${name} is damaged: some of its columns have no name. Write it again.`);
  }
  return { name, file: honestPages(file, metadata), metadata };
}

function readCells({ part, from, to }: Slab, column: string, metadata: FileMetaData): Promise<unknown[]> {
  return explained(part.name, async () => {
    const rows = await parquetReadObjects({
      file: part.file,
      metadata,
      columns: [column],
      rowStart: from,
      rowEnd: to,
      compressors,
      // Bytes stay bytes: pictures may stand in a column without a type.
      utf8: false,
      useOffsetIndex: true,
    });
    if (rows.length !== to - from) throw new TypeError('Rows are missing.');
    return rows.map((row) => row[column] as unknown);
  });
}

/** What the library throws at damaged files says nothing to a person. */
async function explained<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isExplained(error) || (error instanceof Error && error.name === 'AbortError')) throw error;
    throw new InputError(`${name} cannot be read as Parquet: it is damaged or incomplete.`, error);
  }
}
