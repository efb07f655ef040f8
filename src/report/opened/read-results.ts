import Papa from 'papaparse';
import { InputError } from '../../lib/errors';
import { isObject, parseJson, type JsonObject } from '../../lib/json';
import type { RunRecord } from '../../protocol/run-record';
import type { ResultRow } from '../../sweep/results/result';
import { Fields } from './fields';
import { labRow } from './lab-row';
import { missingParts } from './missing';
import { recordFromRows, recordOf } from './record';
import { asLabColumns, isReferenceResults, referenceRows } from './reference-columns';
import { OPENED } from './texts';

/** Results that were read from a file: what it has of a run. */
export interface OpenedResults {
  readonly rows: readonly ResultRow[];
  readonly record: RunRecord;
  /** What a reader of the results must know, a sentence each: what the file does not have, and what its numbers are. */
  readonly caveats: readonly string[];
}

type Origin = NonNullable<RunRecord['opened']>['origin'];

const MAX_ROWS = 20_000;
const MAX_KS = 50;
/** Results of 20,000 rows take about 200 MB. */
const MAX_CHARACTERS = 2 ** 28;

/**
 * Reads `experiment_results.json` or `detailed_results.csv`, of this page or of the reference.
 * @param opened when the file was opened, ISO 8601: the run is kept under it
 * @throws InputError where the file holds something else, or a row of it cannot be read
 */
export function readResults(text: string, file: string, opened: string): OpenedResults {
  if (text.length > MAX_CHARACTERS) throw new InputError(`${file} is larger than any file of results.`);
  const { columns, run, failed } = /\.(csv|tsv)$/i.test(file) ? readCsv(text, file) : readJson(text, file);
  if (columns.length === 0)
    throw new InputError(`${file} holds no results: it has no cell that was measured.`);
  if (columns.length > MAX_ROWS) {
    throw new InputError(`${file} has ${columns.length} rows; at most ${MAX_ROWS} are read.`);
  }
  const origin: Origin = Object.hasOwn(columns[0], 'projection') ? 'lab' : 'reference';
  const found = ksOf(columns[0], file);
  const known = recordOf(run, found);
  const ks = known?.sweep.ks ?? found;
  const read = columns.map((row, i) => {
    const where = `${file}, row ${i + 1}`;
    return labRow(new Fields(origin === 'lab' ? row : asLabColumns(row, where, ks), where), ks);
  });
  const rows = origin === 'lab' ? read : withoutRepeats(read);
  checkNames(rows, file);
  const missing = missingParts(rows);
  return {
    rows,
    record: {
      ...(known ?? recordFromRows(rows, ks, file)),
      started: opened,
      finished: opened,
      opened: { file, origin, hasRecord: known !== null, ...(known && { measured: known.started }) },
    },
    caveats: [
      ...(origin === 'reference' ? [OPENED.reference] : []),
      ...(run !== undefined && !known ? [OPENED.recordUnreadable] : []),
      ...(run === undefined && origin === 'lab' ? [OPENED.noRecord] : []),
      ...(known?.substitutions ?? []),
      ...(failed.length > 0 ? [OPENED.failed(failed)] : []),
      ...(rows.length < read.length ? [OPENED.repeated(read.length - rows.length)] : []),
      ...(missing.length > 0 ? [OPENED.missing(missing)] : []),
    ],
  };
}

interface Columns {
  readonly columns: readonly JsonObject[];
  /** What the file says of the run; undefined where nothing. */
  readonly run?: unknown;
  /** Cells that the reference could not compute. */
  readonly failed: readonly string[];
}

function readCsv(text: string, file: string): Columns {
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  if (!meta.fields?.includes('embedding_dim')) throw new InputError(OPENED.noResults(file));
  return { columns: data, failed: [] };
}

function readJson(text: string, file: string): Columns {
  const json = parseJson(text, file);
  if (isObject(json) && isReferenceResults(json)) {
    const { rows, failed } = referenceRows(json, file);
    return { columns: rows, failed };
  }
  const results = isObject(json) ? json.results : json;
  if (!Array.isArray(results) || !results.every(isObject)) throw new InputError(OPENED.noResults(file));
  return { columns: results, run: isObject(json) ? json.run : undefined, failed: [] };
}

/** The cut-offs that the columns of a row name: ascending where K = 10 or the smallest comes first, as it does in both files. */
function ksOf(row: JsonObject, file: string): number[] {
  const ks = Object.keys(row).flatMap((key) => {
    const k = Number(/^t2v_recall@(\d{1,8})$/.exec(key)?.[1]);
    return k >= 1 ? [k] : [];
  });
  if (ks.length === 0) throw new InputError(OPENED.noResults(file));
  if (ks.length > MAX_KS)
    throw new InputError(`${file} has ${ks.length} cut-offs; at most ${MAX_KS} are read.`);
  const ascending = [...new Set(ks)].sort((a, b) => a - b);
  return ascending.includes(10) || ks[0] === ascending[0] ? ascending : [...new Set(ks)];
}

const cellOf = ({ dim, projection, precision, candidateSize }: ResultRow): string =>
  [dim, projection, precision, candidateSize].join(' ');

/** The rows without those whose cell is there already: pools larger than the gallery are all the whole gallery. */
function withoutRepeats(rows: readonly ResultRow[]): ResultRow[] {
  const first = new Map<string, ResultRow>();
  for (const row of rows) if (!first.has(cellOf(row))) first.set(cellOf(row), row);
  return [...first.values()];
}

function checkNames(rows: readonly ResultRow[], file: string): void {
  const seen = new Set<string>();
  for (const { experiment } of rows) {
    if (experiment === '') throw new InputError(`${file} has a row without a name in the column experiment.`);
    if (seen.has(experiment)) throw new InputError(`${file} has the cell ${experiment} twice.`);
    seen.add(experiment);
  }
}
