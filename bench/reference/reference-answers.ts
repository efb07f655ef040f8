import { DEFAULT_SWEEP } from '../../src/protocol/sweep-config';
import type { ResultRow } from '../../src/sweep/results/result';
import { table } from '../output/markdown';
import type { Answers } from './reference-run';

/** Queries by which a cell's Recall@10 may differ (PROTOCOL §5). */
const ALLOWED = 2;
const AT_10 = DEFAULT_SWEEP.ks.indexOf(10);

/** The reference's name of a cell: its int8 and int4 are our reference-int8 and reference-int4. */
const nameOf = ({ experiment }: ResultRow): string => experiment.replace('reference-', '');

/** What one direction of a cell differs by, in queries. */
interface Difference {
  readonly precision: string;
  readonly recall: number;
  /** How far our recall lies outside what the reference's ties allow. */
  readonly outsideTies: number;
}

function differencesOf(answers: Answers, rows: readonly ResultRow[], samples: number): Difference[] {
  return rows.flatMap((row) => {
    const theirs = answers[nameOf(row)];
    if (!theirs || !row.textToImage || !row.imageToText) return [];
    return (
      [
        [row.textToImage, theirs.t2v],
        [row.imageToText, theirs.v2t],
      ] as const
    ).map(([ours, { recall, lo, hi }]) => {
      const { mean } = ours.recall[AT_10];
      return {
        precision: row.precision,
        recall: Math.abs(mean - recall) * samples,
        outsideTies: Math.max(0, lo[0] - mean, mean - hi[0]) * samples,
      };
    });
  });
}

/** How far Recall@10 of the same pools differs from the reference's, one direction of a cell each, in every run of ours. */
export function compareAnswers(
  answers: Answers,
  runs: readonly (readonly ResultRow[])[],
  samples: number,
): string {
  const all = runs.flatMap((rows) => differencesOf(answers, rows, samples));
  if (all.length === 0) return 'No cell of the two could be compared.';
  const most = (values: readonly number[]) => Math.max(...values).toFixed(2);
  const lines = [...new Set(all.map(({ precision }) => precision))].map((precision) => {
    const own = all.filter((one) => one.precision === precision);
    const within = own.filter(({ recall }) => recall <= ALLOWED + 1e-6).length;
    return [
      precision,
      String(own.length),
      most(own.map(({ recall }) => recall)),
      String(within),
      most(own.map(({ outsideTies }) => outsideTies)),
    ];
  });
  const head = [
    'answers of pools `reference`',
    'runs × cells × directions',
    'Recall@10 differs by at most',
    `by ${ALLOWED} queries or fewer in`,
    'outside the range of its ties by at most',
  ];
  return (
    `${table(head, lines)}\n\nDifferences are in queries of ${samples.toLocaleString('en')}. Ties count as their expected value here; in the reference ` +
    `their order is whatever its sort returns. The last column is how far our result lies outside the reference's range, from all ties resolved ` +
    `against the right item to all resolved in its favour.`
  );
}
