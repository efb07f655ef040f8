import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** The table of a finished run for a terminal, from its experiment_results.json. */
export function tableOf(folder: string): string {
  const { results } = JSON.parse(readFileSync(join(folder, 'experiment_results.json'), 'utf8')) as {
    results: Row[];
  };
  const metrics = Object.keys(results[0]).filter((name) =>
    /^(t2v|v2t)_(recall@\d+|mrr|ndcg@\d+)$/.test(name),
  );
  const shown = [...metrics.slice(0, 6), 'queries_per_second'];
  const lines = results.map((row) => [
    String(row['embedding_dim']),
    String(row['precision']),
    String(row['candidate_size']),
    ...(row[shown[0]] === null
      ? [`not computable: ${String(row['note'])}`]
      : shown.map((name) => Number(row[name]).toFixed(name === 'queries_per_second' ? 0 : 4))),
  ]);
  const head = ['dim', 'precision', 'pool', ...shown];
  const widths = head.map((name, i) =>
    Math.max(
      name.length,
      ...lines.filter((line) => line.length === head.length).map((line) => line[i].length),
    ),
  );
  return [head, ...lines]
    .map((line) =>
      line.map((cell, i) => (i === 1 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '),
    )
    .join('\n');
}
