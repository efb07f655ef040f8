import { DEFAULT_SWEEP } from '../src/sweep/config';
import type { DirectionResult, ResultRow } from '../src/sweep/result';
import { digits } from './markdown';
import type { Answers } from './reference-run';

/** Queries by which a cell's Recall@10 may differ (PROTOCOL §5). */
const ALLOWED = 2;
const AT_10 = DEFAULT_SWEEP.ks.indexOf(10);

/** The reference's name of a cell: its int8 and int4 are our reference-int8 and reference-int4. */
const nameOf = ({ experiment }: ResultRow): string => experiment.replace('reference-', '');

/** A sentence on how far Recall@10 of the same pools differs from the reference's, a direction of a cell each. */
export function compareAnswers(answers: Answers, rows: readonly ResultRow[], samples: number): string {
  const differences: number[] = [];
  const beyondTies: number[] = [];
  for (const row of rows) {
    const theirs = answers[nameOf(row)];
    const each = [
      [row.textToImage, theirs?.t2v],
      [row.imageToText, theirs?.v2t],
    ] as const;
    for (const [ours, answer] of each) {
      if (!ours || !answer) continue;
      const { mean, optimistic, pessimistic } = recallOf(ours);
      differences.push(Math.abs(mean - answer.recall) * samples);
      const bounds = [optimistic - answer.hi[0], pessimistic - answer.lo[0]];
      beyondTies.push(Math.max(...bounds.map(Math.abs)) * samples);
    }
  }
  if (differences.length === 0) return 'No cell of the two could be compared.';
  const most = Math.max(...differences);
  const within = differences.filter((one) => one <= ALLOWED + 1e-6).length;
  return (
    `The answers of pools \`reference\`: of ${differences.length} directions of cells Recall@10 differs from the reference's by at most ` +
    `${digits(most)} queries of ${samples.toLocaleString('en')}, and by no more than ${ALLOWED} in ${within}; ties count in expectation here and as they ` +
    `fall there. With every tie settled for the right item, or every one against it, they differ by at most ` +
    `${digits(Math.max(...beyondTies))} queries.`
  );
}

const recallOf = ({ recall }: DirectionResult) => recall[AT_10];
