import { expect, test } from 'vitest';
import { DEFAULT_CHOICES } from '../../src/state/choices';
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
    projection: 'pca',
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
