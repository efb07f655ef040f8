import { InputError } from '../../lib/errors';
import { jsonLines } from '../records/json-lines';
import type { PairRecord } from '../records/record';
import { table } from '../records/table';
import { linesOf } from '../text/lines';
import type { Judgements } from './judgements';
import { QRELS_COLUMNS } from './qrels-columns';
import { formOfQrels, type QrelsForm } from './recognise';

type Judgement = readonly [queryId: string, itemId: string, grade: number];

/**
 * Reads judgements in the form of BEIR (a table with the header query-id, corpus-id, score), of MTEB (JSON lines with these fields)
 * of TREC (query, iteration, document and grade in a line, no header), or as the columns of a Parquet file.
 * @throws InputError that names the line, where it is none of these
 */
export async function readQrels(file: Blob, name: string): Promise<Judgements> {
  const form = await formOfQrels(file, name);
  if (form === null) {
    throw new InputError(
      `${name} holds no judgements: expected a header with query-id, corpus-id and score, or lines of a query, 0, a document and a grade.`,
    );
  }
  const queryIds: string[] = [];
  const itemIds: string[] = [];
  const grades: number[] = [];
  for await (const some of READERS[form](file, name)) {
    for (const [query, item, grade] of some) {
      queryIds.push(query);
      itemIds.push(item);
      grades.push(grade);
    }
  }
  if (grades.length === 0)
    throw new InputError(`${name} holds no judgements: there is no line below its header.`);
  return { queryIds, itemIds, grades };
}

type Reader = (file: Blob, name: string) => AsyncGenerator<readonly Judgement[]>;

const READERS: Readonly<Record<QrelsForm, Reader>> = {
  table: async function* (file, name) {
    // The reader of tables takes tabs for granted where the name says so.
    for await (const records of table.read(file, /\.(tsv|csv)$/i.test(name) ? name : `${name}.tsv`)) {
      yield records.map(ofRecord);
    }
  },
  lines: async function* (file, name) {
    for await (const records of jsonLines.read(file, name)) yield records.map(ofRecord);
  },
  parquet: async function* (file, name) {
    const { parquetQrels } = await import('./parquet-qrels');
    yield (await parquetQrels(file, name)).map(([query, item, grade], row): Judgement => [
      query,
      item,
      gradeOf(grade, `${name}, row ${row + 1}`),
    ]);
  },
  trec: async function* (file, name) {
    for await (const lines of linesOf(file, name)) {
      yield lines.map(({ text, number }): Judgement => {
        const place = `${name}, line ${number}`;
        const cells = text.trim().split(/\s+/);
        if (cells.length !== 4) {
          throw new InputError(
            `${place} has ${cells.length} words: expected four, a query, 0, a document and a grade.`,
          );
        }
        return [cells[0], cells[2], gradeOf(cells[3], place)];
      });
    }
  },
};

function ofRecord({ place, fields }: PairRecord): Judgement {
  const value = (names: readonly string[], fallback?: string): string => {
    const [found = fallback] = [...fields]
      .filter(([field]) => names.includes(field.toLowerCase()))
      .map(([, one]) => one);
    if (typeof found !== 'string') throw new InputError(`${place} has no ${names[0]}.`);
    return found;
  };
  const { query, item, grade } = QRELS_COLUMNS;
  return [value(query), value(item), gradeOf(value(grade, '1'), place)];
}

function gradeOf(text: string, place: string): number {
  const grade = Number(text);
  if (text.trim() === '' || !Number.isFinite(grade)) {
    throw new InputError(`${place}: the grade is ${JSON.stringify(text)}, which is not a number.`);
  }
  return grade;
}
