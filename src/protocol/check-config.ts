import { InputError } from '../lib/errors';
import type { SweepConfig } from './sweep-config';
import { CALIBRATIONS, POOLS, PRECISIONS, PROJECTIONS, QUERY_FORMATS, RESCORERS } from './sweep-config';

/** The largest values allowed: what memory can hold of any run, and seeds of 32 bits. */
const MAX = { dims: 8192, candidateSizes: 1e7, repeats: 1e5, seed: 0xffffffff } as const;

function checkChoice(field: string, value: string, known: readonly string[]): void {
  if (!known.includes(value)) {
    throw new InputError(`${field}: "${value}" is not known; choose one of ${known.join(', ')}.`);
  }
}

function checkCount(field: string, value: number, least: number, most = Infinity): void {
  if (!Number.isInteger(value) || value < least) {
    throw new InputError(`${field}: ${value} is not a whole number of at least ${least}.`);
  }
  if (value > most) throw new InputError(`${field}: ${value} exceeds the largest allowed, ${most}.`);
}

function checkList<T>(field: string, values: readonly T[], check: (value: T) => void): void {
  if (values.length === 0) throw new InputError(`${field}: the list is empty; give at least one.`);
  values.forEach(check);
  const twice = values.find((value, i) => values.indexOf(value) < i);
  if (twice !== undefined) throw new InputError(`${field}: ${String(twice)} is given twice.`);
}

/** Throws an InputError that names the field where a sweep cannot be run as configured. */
export function checkConfig(config: SweepConfig): void {
  checkList('dims', config.dims, (dim) => checkCount('dims', dim, 1, MAX.dims));
  checkList('precisions', config.precisions, (name) => checkChoice('precisions', name, PRECISIONS));
  checkList('candidateSizes', config.candidateSizes, (size) =>
    checkCount('candidateSizes', size, 2, MAX.candidateSizes),
  );
  checkList('ks', config.ks, (k) => checkCount('ks', k, 1));
  const smallest = Math.min(...config.candidateSizes);
  const tooLarge = config.ks.find((k) => k > smallest);
  if (tooLarge !== undefined) {
    throw new InputError(
      `ks: ${tooLarge} exceeds the smallest candidate size, ${smallest}: its pool has no rank ${tooLarge}.`,
    );
  }
  checkChoice('pools', config.pools, POOLS);
  checkChoice('projection', config.projection, PROJECTIONS);
  checkChoice('calibration', config.calibration, CALIBRATIONS);
  checkChoice('query', config.query, QUERY_FORMATS);
  checkCount('seed', config.seed, 0, MAX.seed);
  checkCount('repeats', config.repeats, 1, MAX.repeats);
  checkCount('rescore', config.rescore, 0, MAX.candidateSizes);
  checkChoice('rescoreBy', config.rescoreBy, RESCORERS);
}
