import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellColumns, printedColumns } from '../../src/report/columns/table-columns';
import { formatted } from '../../src/report/formats/units';
import { primaryKIndex } from '../../src/sweep/results/primary-k';

type Row = Readonly<Record<string, string | number | null>>;

/** The table of a finished run for a terminal, from its experiment_results.json. */
export function tableOf(folder: string): string {
  const { run, results } = JSON.parse(readFileSync(join(folder, 'experiment_results.json'), 'utf8')) as {
    run: { sweep: { ks: readonly number[] } };
    results: readonly Row[];
  };
  const { ks } = run.sweep;
  const names = cellColumns(ks);
  const metrics = printedColumns(ks, ks[primaryKIndex(ks)]);
  const lines = results.map((row) => {
    const text = ({ key, unit }: (typeof names)[number]) => formatted(row[key], unit);
    const isComputed = row[metrics[0].key] !== null;
    return [
      ...names.map(text),
      ...(isComputed ? metrics.map(text) : [`not computable: ${String(row['note'])}`]),
    ];
  });
  return align([[...names, ...metrics].map(({ label }) => label), ...lines]);
}

/** Lines with their columns below each other: text to the left, numbers to the right. Shorter lines do not widen a column. */
function align(lines: readonly (readonly string[])[]): string {
  const [head] = lines;
  const whole = lines.filter((line) => line.length === head.length);
  const widths = head.map((_, i) => Math.max(...whole.map((line) => line[i].length)));
  return lines
    .map((line) =>
      line.map((cell, i) => (i === 1 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '),
    )
    .join('\n');
}
