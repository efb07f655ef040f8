import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_CHOICES } from '../../src/protocol/choices';
import { readOptions } from './options';

const sweepOf = (...flags: string[]) => readOptions(['node', 'lab', ...flags]).choices.sweep;

test('without flags the command runs what the page runs', () => {
  expect(readOptions(['node', 'lab']).choices).toEqual(DEFAULT_CHOICES);
});

test('every choice of the protocol has a flag', () => {
  const flags =
    '--embedding_dims 64 128 --precisions fp32 binary --candidate_sizes 20 30 --recall_k 1 5 --seed 7 --pools sampled ' +
    '--repeats 3 --projection pca --calibration vector --centre off --query float --rescore 50 --rescore_by fp16';
  expect(sweepOf(...flags.split(' '))).toEqual({
    dims: [64, 128],
    precisions: ['fp32', 'binary'],
    candidateSizes: [20, 30],
    ks: [1, 5],
    seed: 7,
    pools: 'sampled',
    repeats: 3,
    projections: ['pca'],
    calibration: 'vector',
    centre: false,
    query: 'float',
    rescore: 50,
    rescoreBy: 'fp16',
  });
});

test('a choice that is not said keeps its default', () => {
  expect(sweepOf('--centre', 'on', '--rescore', '0')).toEqual(DEFAULT_CHOICES.sweep);
});

test('what encodes and what ranks are chosen apart', () => {
  const { choices } = readOptions(['node', 'lab', '--device', 'wasm', '--ranker', 'webgpu']);
  expect([choices.device, choices.ranker]).toEqual(['wasm', 'webgpu']);
});

test('models go by the catalogue’s names, a hub’s ids, folders and addresses', () => {
  const modelOf = (model: string) => {
    const { choices, mounts } = readOptions(['node', 'lab', '--model', model]);
    return [choices.model, choices.modelUrl, Object.keys(mounts)];
  };
  expect(modelOf('siglip-b16')).toEqual(['siglip-b16', '', []]);
  expect(modelOf('me/model@v2')).toEqual(['url', 'me/model@v2', []]);
  expect(modelOf('https://host.example/m')).toEqual(['url', 'https://host.example/m', []]);
  expect(modelOf('public/demo/model')).toEqual(['url', '/local/model', ['/local/model']]);
});

test('judgements are given beside vectors, as files or their folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qrels-'));
  mkdirSync(join(folder, 'qrels'));
  for (const name of ['corpus.jsonl', 'notes.md', 'qrels/test.tsv']) writeFileSync(join(folder, name), '');
  const read = (...flags: string[]) => readOptions(['node', 'lab', ...flags]);
  const { choices, mounts } = read(
    '--data_path',
    'package.json',
    '--qrels',
    folder,
    'https://host.example/dev.tsv',
  );
  expect(choices.data).toBe('npz');
  expect(choices.npzUrl.split(' ').map((url) => url.split('/').at(-1))).toEqual([
    'package.json',
    'corpus.jsonl',
    'test.tsv',
    'dev.tsv',
  ]);
  expect(Object.values(mounts)).toContain(join(folder, 'qrels', 'test.tsv'));
  expect(() => read('--qrels', folder)).toThrow('give --data_path too');
});

test('a folder of models takes the place of the hub', () => {
  const { choices, modelDir } = readOptions(['node', 'lab', '--model_dir', 'public']);
  expect(choices.hub).toBe('/local/hub');
  expect(modelDir).toMatch(/public$/);
  expect(() => readOptions(['node', 'lab', '--model_dir', 'package.json'])).toThrow('is not a folder');
});
