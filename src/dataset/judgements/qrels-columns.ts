/** What columns of judgements are called, in lower case; the first name is that of BEIR. */
export const QRELS_COLUMNS = {
  query: ['query-id', 'query_id', 'queryid', 'qid'],
  item: ['corpus-id', 'corpus_id', 'doc-id', 'doc_id', 'docid', 'did', 'pid'],
  grade: ['score', 'grade', 'relevance', 'rel', 'label'],
} as const;

/** The column of queries, items or grades; undefined where there is none. */
export const columnOf = (columns: readonly string[], role: keyof typeof QRELS_COLUMNS): string | undefined =>
  columns.find((column) => (QRELS_COLUMNS[role] as readonly string[]).includes(column.toLowerCase()));
