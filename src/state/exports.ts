import { startExporter } from '../../workers/host';
import { abortable } from '../net/abortable';
import { columns } from '../report/columns/columns';
import { summaryByCandidate, summaryColumns } from '../report/columns/summary';
import { toCsv } from '../report/files/csv';
import { experimentResults, experimentSummary } from '../report/files/json';
import { currentVectors } from './run-controller';
import type { RunState } from './lab-state';

/** A file that a run can be downloaded as. */
export interface ExportFile {
  readonly name: string;
  available(run: RunState): boolean;
  make(run: RunState): Promise<Blob>;
}

const hasRows = (run: RunState): boolean => run.record !== null && run.rows.length > 0;
const ks = (run: RunState): readonly number[] => run.record!.sweep.ks;
const textFile = (type: string, text: string): Blob => new Blob([text], { type });

/** The files of PROTOCOL §8, as the reference names them. */
export const DATA_EXPORTS: readonly ExportFile[] = [
  {
    name: 'detailed_results.csv',
    available: hasRows,
    make: async (run) => textFile('text/csv', toCsv(columns(ks(run)), run.rows)),
  },
  {
    name: 'summary_by_candidate.csv',
    available: hasRows,
    make: async (run) =>
      textFile('text/csv', toCsv(summaryColumns(ks(run)), summaryByCandidate(run.rows, ks(run)))),
  },
  {
    name: 'experiment_results.json',
    available: hasRows,
    make: async (run) =>
      textFile('application/json', experimentResults(run.record!, columns(ks(run)), run.rows)),
  },
  {
    name: 'experiment_summary.json',
    available: hasRows,
    make: async (run) => {
      const cells = { planned: run.plannedRows, computed: run.rows.filter((row) => row.textToImage).length };
      const summaries = summaryByCandidate(run.rows, ks(run));
      return textFile(
        'application/json',
        experimentSummary(run.record!, cells, summaryColumns(ks(run)), summaries),
      );
    },
  },
  {
    name: 'coco_embeddings.npz',
    // The format holds one text for each picture.
    available: (run) => {
      const vectors = run.restored ? undefined : currentVectors();
      return (
        hasRows(run) && vectors !== undefined && !vectors.given && vectors.text.rows === vectors.image.rows
      );
    },
    make: async (run) => {
      const { text, image, imageOf } = currentVectors()!;
      const exporter = startExporter();
      try {
        const made = exporter.remote.embeddings({ text, image, imageOf }, run.record!.sweep);
        return new Blob([await abortable(made, exporter.died)], { type: 'application/zip' });
      } finally {
        exporter.terminate();
      }
    },
  },
];
