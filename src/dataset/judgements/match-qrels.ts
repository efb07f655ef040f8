import { InputError } from '../../lib/errors';
import type { RightPairs, RowIds } from '../vectors/right-pairs';
import type { Judgements } from './judgements';

/** Ids of the rows of both sides. */
interface SideIds {
  readonly textIds: RowIds;
  readonly imageIds: RowIds;
}

/** What became of the judgements of a file. */
export interface JudgementCounts {
  readonly judgements: number;
  /** Pairs that are right: graded above 0, and both ids are among the vectors. */
  readonly right: number;
  /** Pairs of vectors that were judged not relevant: graded 0 or less. */
  readonly notRelevant: number;
  /** Judgements of which an id is not among the vectors. */
  readonly unmatched: number;
  /** The ids that are not among the vectors, each once. */
  readonly unknownQueries: readonly string[];
  readonly unknownItems: readonly string[];
}

/**
 * Finds the rows that judgements speak of by their ids: queries among the texts, items among the images.
 * @param name names the file in messages
 * @throws InputError where no judgement is of two vectors, where none is of a right pair, where an id stands in two rows, or where a
 *   pair has two grades
 */
export function matchQrels(
  { queryIds, itemIds, grades }: Judgements,
  { textIds, imageIds }: SideIds,
  name: string,
): { readonly pairs: RightPairs; readonly counts: JudgementCounts } {
  const [textRows, imageRows] = [rowsOf(textIds), rowsOf(imageIds)];
  const gradeOf = new Map<string, number>();
  const right: (readonly [text: number, image: number, grade: number])[] = [];
  const unknown = { queries: new Set<string>(), items: new Set<string>() };
  let unmatched = 0;
  let notRelevant = 0;
  grades.forEach((grade, i) => {
    const [query, item] = [queryIds[i], itemIds[i]];
    const [text, image] = [textRows.get(query), imageRows.get(item)];
    if (text === undefined) unknown.queries.add(query);
    if (image === undefined) unknown.items.add(item);
    if (text === undefined || image === undefined) return void unmatched++;
    const key = `${text} ${image}`;
    const before = gradeOf.get(key);
    if (before !== undefined && before !== grade) {
      throw new InputError(
        `${name} grades query ${query} and item ${item} twice, with ${before} and with ${grade}.`,
      );
    }
    gradeOf.set(key, grade);
    if (before !== undefined) return;
    if (grade > 0) right.push([text, image, grade]);
    else notRelevant++;
  });
  if (unmatched === grades.length) {
    throw new InputError(nothingMatches(name, { queryIds, itemIds, textIds, imageIds, textRows, imageRows }));
  }
  if (right.length === 0) {
    throw new InputError(
      `${name}: none of the judgements of two vectors is graded above 0, so nothing is right for any query.`,
    );
  }
  return {
    pairs: {
      texts: Uint32Array.from(right, ([text]) => text),
      images: Uint32Array.from(right, ([, image]) => image),
      grades: Float64Array.from(right, ([, , grade]) => grade),
    },
    counts: {
      judgements: grades.length,
      right: right.length,
      notRelevant,
      unmatched,
      unknownQueries: [...unknown.queries],
      unknownItems: [...unknown.items],
    },
  };
}

/** The row of each id, as text: a file of judgements has no numbers. */
function rowsOf(ids: RowIds): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  ids.forEach((given, row) => {
    const id = String(given);
    const before = rows.get(id);
    if (before !== undefined) {
      throw new InputError(
        `The vectors of rows ${before} and ${row} have the same id, ${id}: judgements cannot tell them apart.`,
      );
    }
    rows.set(id, row);
  });
  return rows;
}

function nothingMatches(
  name: string,
  sides: Pick<Judgements, 'queryIds' | 'itemIds'> &
    SideIds & {
      readonly textRows: ReadonlyMap<string, number>;
      readonly imageRows: ReadonlyMap<string, number>;
    },
): string {
  const { queryIds, itemIds, textIds, imageIds, textRows, imageRows } = sides;
  const isTurned = queryIds.some((id, i) => imageRows.has(id) && textRows.has(itemIds[i]));
  return (
    `${name} judges none of these vectors. It has query ids such as ${examples(queryIds)} and item ids such as ` +
    `${examples(itemIds)}; the vectors of the queries have ids such as ${examples(textIds)}, and those of the items ` +
    `such as ${examples(imageIds)}. ` +
    (isTurned
      ? 'They match the other way round: exchange the two arrays of vectors (text=…,image=…).'
      : 'Choose the arrays that hold these ids (text_ids=…,image_ids=…), or the file that belongs to these vectors.')
  );
}

/** The first ids, each once, as sentences show them. */
const examples = (ids: RowIds): string =>
  [...new Set(ids.slice(0, 100).map(String))]
    .slice(0, 3)
    .map((id) => id.slice(0, 60))
    .join(', ');
