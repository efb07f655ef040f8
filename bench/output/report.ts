import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Machine } from '../machine';
import { table } from './markdown';
import { GROUPS, type BenchOptions } from '../options';
import type { Section, Verdict } from './section';

const ANSWERS = new Map([
  [true, 'yes'],
  [false, 'no'],
  [null, '–'],
]);

export const targetTable = (verdicts: readonly Verdict[]): string =>
  table(
    ['work', 'target', 'measured', 'met'],
    verdicts.map(({ work, target, measured, met }) => [work, target, measured, ANSWERS.get(met)!]),
  );

function machineList({ processor, cores, memory, system, browser, node, numpy, engine }: Machine): string {
  return [
    `- ${processor}, ${cores} cores, ${memory}; ${system}`,
    `- ${browser}, ${engine.workers} evaluators; kernels: ${engine.kernels}; Node ${node.slice(1)}`,
    numpy
      ? `- Python ${numpy.python}, NumPy ${numpy.numpy}, ${numpy.blas}`
      : '- no Python with NumPy, so nothing was compared with it',
  ].join('\n');
}

/** The command that was run, without folder names, which differ between machines. */
function commandOf(argv: readonly string[]): string {
  const shown = argv.map((word) => (word.includes('/') ? `…/${word.split('/').at(-1)}` : word));
  return ['npm run bench', ...(shown.length > 0 ? ['--', ...shown] : [])].join(' ');
}

/** Markdown formatted by the project's Prettier settings. */
export const tidy = async (markdown: string): Promise<string> =>
  format(markdown, { ...(await resolveConfig('docs/BENCHMARKS.md')), parser: 'markdown' });

/** What comes after this in the document was measured by other commands, and stays. */
const BY_OTHERS = '<!-- Measured by other commands: kept by npm run bench. -->';

const keptOf = (path: string): string =>
  existsSync(path) ? (readFileSync(path, 'utf8').split(BY_OTHERS)[1] ?? '') : '';

/** Writes BENCHMARKS.md and its plots; returns the path of the document. */
export async function writeReport(
  sections: readonly Section[],
  machine: Machine,
  options: BenchOptions,
  argv: readonly string[],
): Promise<string> {
  const leftOut = GROUPS.filter((group) => !options.only.includes(group));
  const parts = [
    '# Benchmarks',
    `Written by \`${commandOf(argv)}\` on ${new Date().toISOString().slice(0, 10)}. The figures come from one run on one machine, so compare ratios rather than the figures themselves.`,
    ...(options.quick
      ? ['**A quick run with tiny sizes, to test that everything works: its figures mean nothing.**']
      : []),
    ...(leftOut.length > 0 ? [`Left out of this run: ${leftOut.join(', ')}.`] : []),
    machineList(machine),
    targetTable(sections.flatMap(({ verdicts }) => verdicts)),
    ...sections.flatMap(({ title, body }) => [`## ${title}`, body]),
  ];
  const plots = join(options.outputDir, 'benchmarks');
  mkdirSync(plots, { recursive: true });
  for (const section of sections) {
    for (const [name, svg] of Object.entries(section.plots)) writeFileSync(join(plots, name), svg);
  }
  const file = join(options.outputDir, 'BENCHMARKS.md');
  writeFileSync(file, await tidy([...parts, BY_OTHERS, keptOf(file)].join('\n\n')));
  return file;
}
