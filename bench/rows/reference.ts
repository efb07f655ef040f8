import { join } from 'node:path';
import { DEFAULT_SWEEP, type SweepConfig } from '../../src/protocol/sweep-config';
import { digits, seconds, spread, table, times } from '../output/markdown';
import { runPython } from '../reference/python';
import { compareAnswers } from '../reference/reference-answers';
import { referenceRun } from '../reference/reference-run';
import { notMeasured, type Bench, type Section, type Verdict } from '../output/section';
import { spreadOf } from '../output/statistics';

const TITLE = "The reference's 45 cells";
const SEED = 1;
const URL_PATH = '/vectors.npz';
const EXACT = { work: 'the 45 cells, pools `exact`', target: '≥ 400×' };
const DRAWN = { work: 'the 45 cells, pools `reference`', target: '≥ 60×' };

const exact: SweepConfig = { ...DEFAULT_SWEEP, pools: 'exact' };
const drawn: SweepConfig = {
  ...DEFAULT_SWEEP,
  pools: 'reference',
  precisions: ['fp16', 'reference-int8', 'reference-int4'],
};

/** What is swept: its name, the config, and whether dimensions are projected here or taken from the file. */
const FORMS = [
  { name: 'pools `exact`, dimensions from the file', config: exact, project: false },
  { name: 'pools `exact`, dimensions projected here from 512', config: exact, project: true },
  { name: 'pools `reference`, dimensions from the file', config: drawn, project: false },
] as const;

/** The same vectors through the reference in NumPy and through the page. */
export async function reference(bench: Bench): Promise<Section> {
  const { site, options, machine, say } = bench;
  const { reference: script, makeNpz, python, quick } = options;
  if (!machine.numpy) return notMeasured(TITLE, `“${python}” has no NumPy.`, [EXACT, DRAWN]);
  if (!script || !makeNpz) {
    return notMeasured(TITLE, '`--reference` and `--make_npz` were not given.', [EXACT, DRAWN]);
  }
  const samples = quick ? 120 : 1000;
  const repeats = quick ? 2 : 8;
  const npz = join(site.folder, 'vectors.npz');
  await runPython(python, [makeNpz, String(samples), npz, String(SEED)]);
  say(`reference: ${samples} pairs in NumPy`);
  const { run, kept } = await referenceRun({
    python,
    script,
    npz,
    folder: site.folder,
    samples,
    seed: SEED,
    file: options.referenceAnswers,
  });
  const measured = [];
  for (const form of FORMS) {
    say(`reference: ${form.name.replaceAll('`', '')}`);
    const { config, project } = form;
    const data = { npz: URL_PATH, project };
    const runs = await site.withPage(
      (page) =>
        page.evaluate(([data, configs]) => window.bench.sweeps(data, configs), [
          data,
          Array.from({ length: repeats }, () => config),
        ] as const),
      { mounts: { [URL_PATH]: npz } },
    );
    const warm = spreadOf(runs.slice(1).map(({ total }) => total));
    measured.push({ form, cold: runs[0].total, warm, runs, ratio: run.seconds / warm.median });
  }
  const verdict = (target: typeof EXACT, least: number, of: readonly { ratio: number }[]): Verdict => ({
    ...target,
    measured: of.map(({ ratio }) => times(ratio)).join('; projected here '),
    met: of.every(({ ratio }) => ratio >= least),
  });
  const lines = measured.map(({ form, cold, warm, ratio }) => [
    form.name,
    seconds(cold),
    spread(warm),
    times(run.seconds / cold),
    times(ratio),
  ]);
  const computed = measured[0].runs[0].rows.filter(({ textToImage }) => textToImage).length;
  const body = [
    `${samples.toLocaleString('en')} pairs made by the reference's own script (seed ${SEED}); dimensions 256, 512 and 1024, ` +
      `fp16, int8 and int4, pools of 100 to 500, both directions: ${computed} cells. The reference in NumPy took ` +
      `${digits(run.seconds)} s${kept ? ` (measured on ${run.date.slice(0, 10)} on the same kind of processor and kept; not in this run)` : ' in this run'}. ` +
      `Our time runs from opened vectors to the last row, in Chromium with ${machine.engine.workers} workers; beyond the reference's ` +
      `columns it includes cut-offs 1, 5 and 10, intervals, paired differences and losses, and timed searches.`,
    table(
      ['', 'first run', `median (least–most) of ${repeats - 1} more`, 'first: faster by', 'faster by'],
      lines,
    ),
    compareAnswers(
      run.answers,
      measured[2].runs.map(({ rows }) => rows),
      samples,
    ),
  ];
  return {
    title: TITLE,
    body: body.join('\n\n'),
    verdicts: [verdict(EXACT, 400, measured.slice(0, 2)), verdict(DRAWN, 60, measured.slice(2))],
    plots: {},
  };
}
