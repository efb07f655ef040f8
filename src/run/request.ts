import type { PairFiles } from '../dataset/dropped/open-dropped';
import type { Choices } from '../protocol/choices';
import type { RetryPolicy } from '../net/retry-policy';
import type { Emit } from './events';
import type { Ports } from './ports';

/** Files that a person dropped on the page or picked. They are not part of a link. */
export interface UserFiles extends PairFiles {
  /** Files of arrays. */
  readonly vectors: readonly File[];
  /** Judgements, and texts with ids, of the rows of those. */
  readonly besideVectors: readonly File[];
  /** Graphs and settings of a dual encoder. */
  readonly model: readonly File[];
}

/** What is to be run. */
export interface RunRequest {
  readonly choices: Choices;
  readonly files: UserFiles;
  /**
   * SHA-256 of pictures by file name. A run does not read a picture that is here while the cache holds its vector, and
   * adds those that it reads.
   */
  readonly pictureHashes?: Map<string, string>;
}

/** What every step of a run is given. */
export interface RunContext {
  readonly ports: Ports;
  readonly emit: Emit;
  readonly signal: AbortSignal;
  /** How hosts are asked; what is waited for becomes events. */
  readonly network: RetryPolicy;
}
