import { APPLIED_PROJECTIONS, fineness, type AppliedProjection } from '../../protocol/compression';
import type { Setting } from '../../sweep/plan/setting';
import { spaceKey, type Space } from '../../sweep/plan/spaces';

const SHORT: Readonly<Record<AppliedProjection, string>> = {
  none: '',
  given: '',
  random: ' random',
  pca: ' PCA',
  truncate: ' truncated',
};

const IN_WORDS: Readonly<Record<AppliedProjection, string>> = {
  none: '',
  given: ' from the file',
  random: ' by random projection',
  pca: ' by PCA',
  truncate: ' by truncation',
};

/** What costs the points that a space loses. */
const CAUSES: Readonly<Record<AppliedProjection, string>> = {
  none: 'the dimension',
  given: 'the dimension',
  random: 'the random projection',
  pca: 'PCA',
  truncate: 'the truncation',
};

/** A space as charts and tables have room for: 512, 256 PCA. */
export const spaceName = ({ dim, projection }: Space): string => `${dim}${SHORT[projection]}`;

/** A space in a sentence: 256 dimensions by PCA. */
export const spaceInWords = ({ dim, projection }: Space): string =>
  `${dim} dimensions${IN_WORDS[projection]}`;

/** A setting as tables and buttons have room for: 256 PCA · int8. */
export const cellName = (cell: Setting): string => `${spaceName(cell)} · ${cell.precision}`;

/** A setting in a sentence: 256 dimensions by PCA at int8. */
export const cellInWords = (cell: Setting): string => `${spaceInWords(cell)} at ${cell.precision}`;

/** What a sentence blames for the points that vectors lose between the base and a space. */
export const causeOf = ({ projection }: Pick<Space, 'projection'>): string => CAUSES[projection];

/** The spaces that things are of, each once, in the order of charts and legends. */
export const distinctSpaces = (of: readonly Space[]): Space[] =>
  [
    ...new Map(
      of.map(({ dim, projection }) => [spaceKey({ dim, projection }), { dim, projection }]),
    ).values(),
  ].sort(compareSpaces);

/** The order of settings: by space, then the finest precision first. */
export const compareSettings = (a: Setting, b: Setting): number =>
  compareSpaces(a, b) || fineness(a.precision) - fineness(b.precision);

/** The order in which charts and legends show spaces: by dimension, then by projection. */
export const compareSpaces = (a: Space, b: Space): number =>
  a.dim - b.dim || APPLIED_PROJECTIONS.indexOf(a.projection) - APPLIED_PROJECTIONS.indexOf(b.projection);
