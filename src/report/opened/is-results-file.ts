/** How files of results begin: this page's JSON with its run or its rows, the reference's with its cells. */
const JSON_RESULTS =
  /"[tv]2[tv]_recall@|"text_to_video"\s*:|^\s*\{\s*"(run"\s*:\s*\{\s*"appVersion"|dim_\d+_prec_)/;
const CSV_RESULTS = /^\ufeff?[^\n]*\b[tv]2[tv]_recall@/;

/**
 * Whether a file holds results, of this page or of the reference, rather than captions or judgements.
 * @param head the beginning of its text
 */
export const isResultsFile = (name: string, head: string): boolean =>
  (/\.json$/i.test(name) && JSON_RESULTS.test(head)) ||
  (/\.(csv|tsv)$/i.test(name) && CSV_RESULTS.test(head));
