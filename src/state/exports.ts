import { startExporter } from '../../workers/host';
import { abortable } from '../net/abortable';
import { TEXT_AND_IMAGE } from '../protocol/side-names';
import type { RunRecord } from '../protocol/run-record';
import { onlyRelevant } from '../retrieval/ranks/qrels';
import { columns } from '../report/columns/columns';
import { summaryByCandidate, summaryColumns } from '../report/columns/summary';
import { toCsv } from '../report/files/csv';
import { hubCountsCsv, hubsAndGapsCsv } from '../report/files/geometry-csv';
import { experimentResults, experimentSummary } from '../report/files/json';
import { qrelsTsv } from '../report/files/qrels-tsv';
import type { EvaluationInput } from '../sweep/plan/input';
import type { Evidence, LabState } from './lab-state';
import { vectorsOnScreen } from './reopen/vectors-on-screen';

/** A file that a run can be downloaded as. */
export interface ExportFile {
  readonly name: string;
  make(): Promise<Blob>;
}

/** The tables and vectors of PROTOCOL §8, as the reference names them; none before there is a row, and of results from a file, which has them. */
export function dataExports({ run, evidence }: Pick<LabState, 'run' | 'evidence'>): ExportFile[] {
  const { record, rows, plannedRows } = run;
  if (!record || record.opened || rows.length === 0) return [];
  const { ks } = record.sweep;
  const all = columns(ks, record.data.sides);
  return [
    csv('detailed_results.csv', () => toCsv(all, rows)),
    csv('summary_by_candidate.csv', () => toCsv(summaryColumns(ks), summaryByCandidate(rows, ks))),
    textFile('experiment_results.json', 'application/json', () => experimentResults(record, all, rows)),
    textFile('experiment_summary.json', 'application/json', () => {
      const cells = { planned: plannedRows, computed: rows.length };
      return experimentSummary(record, cells, summaryColumns(ks), summaryByCandidate(rows, ks));
    }),
    ...nearIdenticalExport(record, evidence),
    ...geometryExports(record, evidence),
    ...embeddingsExport(record, evidence),
  ];
}

/** The table with what is perhaps also right counted as right, where it was asked for. */
function nearIdenticalExport({ data }: RunRecord, evidence: Evidence | null): ExportFile[] {
  const counted = evidence?.nearIdentical;
  if (counted?.kind !== 'counted') return [];
  const { rows, sweep } = counted.results;
  return [csv('near_identical_counted_results.csv', () => toCsv(columns(sweep.ks, data.sides), rows))];
}

/** Hubs and gaps of the cells that were looked at. */
function geometryExports({ data }: RunRecord, evidence: Evidence | null): ExportFile[] {
  const cells = evidence?.geometry;
  if (!cells) return [];
  const sides = data.sides ?? TEXT_AND_IMAGE;
  return [
    csv('hubs_and_gaps.csv', () => hubsAndGapsCsv(cells, sides)),
    csv('hub_counts.csv', () => hubCountsCsv(cells, evidence.names, sides)),
  ];
}

const textFile = (name: string, type: string, text: () => string): ExportFile => ({
  name,
  make: async () => new Blob([text()], { type }),
});

const csv = (name: string, text: () => string): ExportFile => textFile(name, 'text/csv', text);

/**
 * The vectors of a run whose rows are known, read back where they are not in memory; where captions and pictures are one to one and were
 * embedded here, as the reference writes them.
 */
function embeddingsExport(record: RunRecord, evidence: Evidence | null): ExportFile[] {
  if (!evidence) return [];
  const { names } = evidence;
  const qrels = evidence.qrels.textToImage;
  const isOneToOne = record.data.texts === record.data.images && onlyRelevant(qrels) !== null;
  const isReference = isOneToOne && record.vectors.givenDims === undefined;
  const file = (
    name: string,
    type: string,
    make: (exporter: Remote, input: EvaluationInput) => Promise<Made>,
  ): ExportFile => ({
    name,
    make: async () => {
      const { text, image, qrels, given } = await vectorsOnScreen();
      const input = { text, image, qrels, ...(given && { given }) };
      const exporter = startExporter();
      try {
        return new Blob([await abortable(make(exporter.remote, input), exporter.died)], { type });
      } finally {
        exporter.terminate();
      }
    },
  });
  const qrelsFile: ExportFile = {
    name: 'qrels.tsv',
    make: async () => new Blob([qrelsTsv(qrels, names)], { type: 'text/tab-separated-values' }),
  };
  return [
    isReference
      ? file('coco_embeddings.npz', ZIP, (remote, input) => remote.referenceNpz(input, record.sweep))
      : file('embeddings.npz', ZIP, (remote, input) => remote.npz(input, names, record.sweep)),
    ...(onlyRelevant(qrels) ? [] : [qrelsFile]),
    file('texts.parquet', PARQUET, (remote, input) => remote.textsParquet(input, names)),
    file('images.parquet', PARQUET, (remote, input) => remote.imagesParquet(input, names)),
  ];
}

type Remote = ReturnType<typeof startExporter>['remote'];
type Made = Uint8Array<ArrayBuffer>;

const ZIP = 'application/zip';
const PARQUET = 'application/vnd.apache.parquet';
