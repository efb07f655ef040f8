import type { RowNames } from '../../protocol/row-names';
import { queryOfItems, type Qrels } from '../../retrieval/ranks/qrels';

/** `qrels.tsv` in the form of BEIR: query-id (of a text), corpus-id (of an image) and score (the grade) of each relevant pair. */
export function qrelsTsv(qrels: Qrels, { textIds, imageIds }: RowNames): string {
  const textOf = queryOfItems(qrels, 0, qrels.queries);
  const lines = Array.from(qrels.items, (image, i) => {
    const text = textOf[i];
    return [textIds?.[text] ?? text, imageIds?.[image] ?? image, qrels.grades?.[i] ?? 1].join('\t');
  });
  return ['query-id\tcorpus-id\tscore', ...lines, ''].join('\n');
}
