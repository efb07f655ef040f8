import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellColumns, printedColumns } from '../../src/report/columns/table-columns';
import { poolName } from '../../src/report/formats/pools';
import { spaceName } from '../../src/report/formats/spaces';
import { formatted } from '../../src/report/formats/units';
import type { AppliedProjection } from '../../src/protocol/compression';
import type { RunRecord } from '../../src/protocol/run-record';
import { TEXT_AND_IMAGE } from '../../src/protocol/side-names';
import { primaryKIndex } from '../../src/sweep/results/primary-k';

type Row = Readonly<Record<string, string | number | null>>;

/** The table of a finished run for a terminal, from its experiment_results.json. */
export function tableOf(folder: string): string {
  const { run, results } = JSON.parse(readFileSync(join(folder, 'experiment_results.json'), 'utf8')) as {
    run: Pick<RunRecord, 'sweep' | 'data'>;
    results: readonly Row[];
  };
  const { ks } = run.sweep;
  const names = cellColumns(ks);
  const metrics = printedColumns(ks, ks[primaryKIndex(ks)], run.data.sides ?? TEXT_AND_IMAGE);
  const lines = results.map((row) => {
    const dimension = spaceName({
      dim: Number(row.embedding_dim),
      projection: row.projection as AppliedProjection,
    });
    const pool = poolName({
      candidateSize: Number(row.candidate_size),
      wholeGallery: row.whole_gallery === 'true',
    });
    return [
      dimension,
      String(row.precision),
      pool,
      ...metrics.map(({ key, unit }) => formatted(row[key], unit)),
    ];
  });
  return align([[...names, ...metrics].map(({ label }) => label), ...lines]);
}

/** Lines with their columns below each other: text to the left, numbers to the right. */
function align(lines: readonly (readonly string[])[]): string {
  const [head] = lines;
  const widths = head.map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  return lines
    .map((line) =>
      line.map((cell, i) => (i === 1 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '),
    )
    .join('\n');
}
