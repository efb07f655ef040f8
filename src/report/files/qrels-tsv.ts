import type { RowNames } from '../../protocol/row-names';
import { queryOfItems, type Qrels } from '../../retrieval/ranks/qrels';

/**
 * `qrels.tsv` in the form of BEIR: query-id (of a text), corpus-id (of an image) and score (the grade) of each relevant pair; rows
 * stand for ids that are not known. Ids with tabs, quotes or line breaks are quoted as BEIR's reader, Python's csv, takes them.
 */
export function qrelsTsv(qrels: Qrels, { textIds, imageIds }: RowNames): string {
  const textOf = queryOfItems(qrels, 0, qrels.queries);
  const lines = Array.from(qrels.items, (image, i) => {
    const text = textOf[i];
    return [quoted(textIds?.[text] ?? text), quoted(imageIds?.[image] ?? image), qrels.grades?.[i] ?? 1].join(
      '\t',
    );
  });
  return ['query-id\tcorpus-id\tscore', ...lines, ''].join('\n');
}

function quoted(id: number | string): string {
  const text = String(id);
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
