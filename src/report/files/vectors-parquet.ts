import { ByteWriter, ParquetWriter, type ColumnSource } from 'hyparquet-writer';
import type { Matrix } from '../../math/matrix';
import type { RowNames } from '../../protocol/row-names';
import { onlyRelevant } from '../../retrieval/ranks/qrels';
import type { EmbeddingSet } from './embeddings';

/** The most rows of a row group, and the most numbers, since they are all in memory as they are written. */
const MAX_GROUP_ROWS = 25_000;
const MAX_GROUP_NUMBERS = 4e6;

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];
type Ids = readonly (number | string)[];
type Vectors = Pick<EmbeddingSet, 'text' | 'image' | 'qrels'>;

/** A column of the table: how its values are declared, and those of the rows from … to − 1. */
interface Column {
  readonly name: string;
  readonly schema: readonly SchemaElement[];
  readonly encoding?: 'PLAIN';
  values(from: number, to: number): unknown[];
}

/** `texts.parquet`: id, text where it is known, image_id of the right image where each text has exactly one, and embedding, a list of the base dimension. */
export function textsParquet({ text, image, qrels }: Vectors, names: RowNames): Uint8Array<ArrayBuffer> {
  const imageIds = names.imageIds ?? rowNumbers(image.rows);
  const imageOf = onlyRelevant(qrels);
  return parquetOf(text.rows, groupRowsOf(text), [
    idColumn('id', names.textIds ?? rowNumbers(text.rows)),
    ...(names.captions ? [idColumn('text', names.captions)] : []),
    ...(imageOf
      ? [
          idColumn(
            'image_id',
            Array.from(imageOf, (row) => imageIds[row]),
          ),
        ]
      : []),
    embeddingColumn(text),
  ]);
}

/** `images.parquet`: id, file_name and text where they are known, and embedding, a list of the base dimension. */
export function imagesParquet({ image }: Vectors, names: RowNames): Uint8Array<ArrayBuffer> {
  return parquetOf(image.rows, groupRowsOf(image), [
    idColumn('id', names.imageIds ?? rowNumbers(image.rows)),
    ...(names.fileNames ? [idColumn('file_name', names.fileNames)] : []),
    ...(names.itemTexts ? [idColumn('text', names.itemTexts)] : []),
    embeddingColumn(image),
  ]);
}

const groupRowsOf = ({ cols }: Matrix): number =>
  Math.min(MAX_GROUP_ROWS, Math.max(1, Math.floor(MAX_GROUP_NUMBERS / cols)));

/** 0 … rows − 1, which stand for ids that are not known. */
export const rowNumbers = (rows: number): number[] => Array.from({ length: rows }, (_, row) => row);

/** Ids or texts: 64-bit integers where all are whole numbers, else text. */
function idColumn(name: string, values: Ids): Column {
  if (values.every(Number.isSafeInteger)) {
    return {
      name,
      schema: [{ name, type: 'INT64', repetition_type: 'REQUIRED' }],
      values: (from, to) => values.slice(from, to).map(BigInt),
    };
  }
  return {
    name,
    schema: [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' }],
    values: (from, to) => values.slice(from, to).map(String),
  };
}

/** Vectors as lists of equal length, in the matrix's own number format. */
function embeddingColumn({ cols, data }: Matrix): Column {
  const name = 'embedding';
  const type = data instanceof Float32Array ? 'FLOAT' : 'DOUBLE';
  return {
    name,
    schema: [
      { name, converted_type: 'LIST', repetition_type: 'REQUIRED', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', type, repetition_type: 'REQUIRED' },
    ],
    encoding: 'PLAIN',
    values: (from, to) =>
      Array.from({ length: to - from }, (_, i) =>
        Array.from(data.subarray((from + i) * cols, (from + i + 1) * cols)),
      ),
  };
}

function parquetOf(rows: number, groupRows: number, columns: readonly Column[]): Uint8Array<ArrayBuffer> {
  const bytes = new ByteWriter();
  const root: SchemaElement = { name: 'root', num_children: columns.length };
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [root, ...columns.flatMap(({ schema }) => schema)],
    codec: 'UNCOMPRESSED',
    statistics: false,
  });
  for (let from = 0; from < rows; from += groupRows) {
    const to = Math.min(rows, from + groupRows);
    const columnData = columns.map(({ name, values, encoding }): ColumnSource => {
      return { name, data: values(from, to), ...(encoding && { encoding }) };
    });
    void writer.write({ columnData, rowGroupSize: groupRows });
  }
  void writer.finish();
  return bytes.getBytes();
}
