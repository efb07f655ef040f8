import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Results } from './lab';
import { expect, inProject, test } from './lab';
import { pairsFile } from './vectors';

const COMMAND = ['--import', 'tsx', 'tools/lab/main.ts'];
const run = (flags: readonly string[]) =>
  promisify(execFile)(process.execPath, [...COMMAND, ...flags], { cwd: inProject('') });

test('the command sweeps a file of vectors on WebGPU, with rescoring, and writes what the page offers', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'result-'));
  const flags =
    '--embedding_dims 64 --precisions fp32 binary --candidate_sizes 50 200 --recall_k 1 ' +
    '--rescore 20 --rescore_by fp16 --ranker webgpu';
  const { stdout } = await run(['--data_path', pairsFile(200), '--output_dir', folder, ...flags.split(' ')]);
  expect(stdout).toContain(', GPU ');
  expect(stdout).toMatch(/64 {2}binary +200/);

  const { results, run: record } = JSON.parse(
    readFileSync(join(folder, 'experiment_results.json'), 'utf8'),
  ) as Results;
  expect(results.map((row) => row['precision'])).toEqual(['fp32', 'fp32', 'binary', 'binary']);
  expect(results[3]['bytes_per_vector']).toBe(64 / 8 + 64 * 2);
  expect(record.engine.gpu).toBeTruthy();
  expect(readFileSync(join(folder, 'detailed_results.csv'), 'utf8').trim().split('\n')).toHaveLength(5);
});

test('a choice that is none ends the command with the ones there are', async () => {
  await expect(run(['--ranker', 'abacus'])).rejects.toThrow(/Allowed choices are auto, webgpu, cpu/);
});
