/** How files of results begin: this page's JSON with its run or its rows, the reference's with its cells. */
const JSON_RESULTS =
  /"[tv]2[tv]_recall@|"text_to_video"\s*:|^\s*\{\s*"(run"\s*:\s*\{\s*"appVersion"|dim_\d+_prec_)/;
const CSV_RESULTS = /^\ufeff?[^\n]*\b[tv]2[tv]_recall@/;

/** Bytes of a file that are looked at. */
const HEAD = 1 << 16;

/** Whether a file holds results, of this page or of the reference, rather than captions or judgements. Of other types nothing is read. */
export async function isResultsFile(file: File): Promise<boolean> {
  const pattern = patternOf(file.name);
  return pattern !== null && pattern.test(await file.slice(0, HEAD).text());
}

function patternOf(name: string): RegExp | null {
  if (/\.json$/i.test(name)) return JSON_RESULTS;
  return /\.(csv|tsv)$/i.test(name) ? CSV_RESULTS : null;
}
