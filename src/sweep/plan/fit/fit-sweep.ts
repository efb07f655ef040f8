import { InputError } from '../../../lib/errors';
import type { SweepConfig } from '../../../protocol/sweep-config';
import type { InputSummary } from '../input';
import { fitCutOffs } from './fit-cut-offs';
import { fitDims } from './fit-dims';
import { fitPools } from './fit-pools';
import type { KnownInput } from './known-input';

/** A sweep of which every cell can be computed. */
export interface FittedSweep {
  readonly config: SweepConfig;
  /** What was left out and why, a sentence each. */
  readonly sentences: readonly string[];
}

/**
 * Leaves out of a sweep what an input cannot give: pools that it is too small for, cut-offs or pools that do not go
 * together, dimensions that no projection can make.
 * @throws InputError where nothing remains
 */
export function fitSweep(config: SweepConfig, input: KnownInput): FittedSweep {
  const pools = fitPools(config, input);
  const cutOffs = fitCutOffs(config.ks, pools.sizes, input);
  const { baseDim } = input;
  const dims =
    baseDim === undefined ? { dims: config.dims, sentences: [] } : fitDims(config, { ...input, baseDim });
  return {
    config: { ...config, candidateSizes: cutOffs.sizes, ks: cutOffs.ks, dims: dims.dims },
    sentences: [...pools.sentences, ...cutOffs.sentences, ...dims.sentences],
  };
}

/** Throws an InputError where a sweep is not one that `fitSweep` gives: a sweep is fitted before it is run. */
export function checkFit(config: SweepConfig, input: InputSummary): void {
  const fitted = fitSweep(config, input);
  const axes = ({ candidateSizes, ks, dims }: SweepConfig) => JSON.stringify([candidateSizes, ks, dims]);
  if (axes(fitted.config) !== axes(config)) throw new InputError(fitted.sentences.join(' '));
}
