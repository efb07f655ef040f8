import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { descendantsOf, isRunning, readProc } from '../tools/processes';
import type { Results } from './support/lab';
import { expect, inProject, test } from './support/lab';
import { lookAt } from './support/pictures';
import { pairsFile } from './support/vectors';

const COMMAND = ['--import', 'tsx', 'tools/lab/main.ts', '--no-build'];
const run = (flags: readonly string[], env: NodeJS.ProcessEnv = process.env) =>
  promisify(execFile)(process.execPath, [...COMMAND, ...flags], { cwd: inProject(''), env });

test('the command sweeps a file of vectors on WebGPU, with rescoring, and writes what the page offers', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'result-'));
  const flags =
    '--embedding_dims 64 --precisions fp32 binary --candidate_sizes 50 all --recall_k 1 ' +
    '--rescore 20 --rescore_by fp16 --ranker webgpu';
  const { stdout } = await run(['--data_path', pairsFile(200), '--output_dir', folder, ...flags.split(' ')]);
  expect(stdout).toContain('pairs.npz · 200 texts × 200 images · ');
  expect(stdout).toMatch(/64 {2}binary +all 200/);

  const { results, run: record } = JSON.parse(
    readFileSync(join(folder, 'experiment_results.json'), 'utf8'),
  ) as Results;
  expect(results.map((row) => row['precision'])).toEqual(['fp32', 'fp32', 'binary', 'binary']);
  expect(results[3]['bytes_per_vector']).toBe(64 / 8 + 64 * 2);
  expect(record.engine.gpu).toBeTruthy();
  expect(readFileSync(join(folder, 'detailed_results.csv'), 'utf8').trim().split('\n')).toHaveLength(5);
  expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain(
    '<h2>How the numbers are computed</h2>',
  );
  for (const name of ['experiment_analysis', 'summary_recall1', 'summary_mrr']) {
    const picture = await lookAt(page, readFileSync(join(folder, `${name}.png`)));
    expect(picture.width).toBeGreaterThan(1000);
    expect(picture.inked).toBeGreaterThan(0.01);
  }
});

test('a choice that is none ends the command with the ones there are', async () => {
  await expect(run(['--ranker', 'abacus'])).rejects.toThrow(/Allowed choices are auto, webgpu, cpu/);
});

test('the help names the defaults, also where they depend on the data', async () => {
  const { stdout } = await run(['--help']);
  const help = stdout.replace(/\s+/g, ' ');
  expect(help).toContain('(default: all, 1,000 for data coco, 1,000 for data hub)');
  expect(help).toContain('(default: clip-vit-b32, demo for data demo)');
  expect(help).toContain('(default: 256 512 1024)');
  expect(help).toContain('--candidate_sizes <n|all...>');
});

test('an output folder that cannot be made ends the command before it looks for a browser', async () => {
  const below = join(pairsFile(200), 'result');
  const noBrowser = { PATH: '', PLAYWRIGHT_BROWSERS_PATH: tmpdir() };
  await expect(run(['--output_dir', below], noBrowser)).rejects.toThrow(`Cannot write to ${below}`);
  const folder = mkdtempSync(join(tmpdir(), 'result-'));
  await expect(run(['--output_dir', folder], noBrowser)).rejects.toThrow('No Chromium was found');
});

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  test(`${signal} ends the command and its browser, with exit code ${code}`, async () => {
    test.skip(process.platform !== 'linux', 'looks for processes in /proc');
    const folder = mkdtempSync(join(tmpdir(), 'result-'));
    const command = spawn(process.execPath, [...COMMAND, '--output_dir', folder], { cwd: inProject('') });
    const ended = once(command, 'exit');
    const pages = () =>
      descendantsOf(command.pid!).filter((pid) => readProc(pid, 'cmdline').includes('--type=renderer'));
    await expect.poll(() => pages().length, { timeout: 30_000 }).toBeGreaterThan(0);
    const started = descendantsOf(command.pid!);
    command.kill(signal);
    expect(await ended).toEqual([code, null]);
    await expect.poll(() => started.filter(isRunning)).toEqual([]);
  });
}
