import { count, counted, percent, cosine } from '../../report/formats/format';
import { points } from '../../report/formats/points';
import { SIDES, type Direction } from '../../protocol/direction';
import type { SideNames } from '../../protocol/side-names';
import { messageOf, PictureError } from '../../lib/errors';
import type { Asked } from '../../run/ask';
import type { StageEvent } from '../../run/events';
import { NEAR_IDENTICAL, type AlsoRight } from '../../explore/also-right';
import type { QueryComparison } from '../../explore/compare-queries';
import type { QueryOrder } from '../../explore/query-filter';
import type { PerhapsRight } from './use-perhaps-right';

const signedShare = (value: number): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${cosine(Math.abs(value))}`;

/** The words of the explorer. */

export const EXPLORER = {
  label: 'Explorer',
  a: 'A, the baseline',
  b: 'B, compared with A',
  direction: 'Direction',
  within: 'Found within',
  first: (k: number) => `first ${k}`,
  pools: 'Pools of',
  whole: (size: number) => `all ${count(size)}`,
  summary: (
    a: string,
    b: string,
    { lost, won, same, lostHits, wonHits }: QueryComparison,
    direction: Direction,
    sides: SideNames,
    k: number,
  ) => {
    const asked = lost + won + same;
    const difference = (wonHits - lostHits) / asked;
    return (
      `Of ${count(asked)} ${sides[SIDES[direction].query].many}, ${count(lost)} ${lost === 1 ? 'is' : 'are'} found less often among the first ${k} under ${b} than under ${a}, and ` +
      `${count(won)} more often: ${difference > 0 ? '+' : ''}${points(difference)} points of Recall@${k}.`
    );
  },
  expected: (k: number) =>
    `A query’s share is the chance that a right item is among its first ${k}, over all pools of this size.`,
  outcomes: { lost: 'lost', won: 'won', same: 'unchanged', all: 'all' },
  outcome: 'Queries',
  words: 'With the words',
  order: 'Sorted by',
  orders: {
    fell: 'change of rank',
    worst: 'rank under B',
    margin: 'margin',
    data: 'order of the data',
  } satisfies Record<QueryOrder, string>,
  part: 'Show',
  parts: { queries: 'single queries', hubs: 'hubs and gaps' },
  margin: (value: number) => `margin ${signedShare(value)}`,
  margins:
    'The margin is how far the untouched vectors score the best right item above the best wrong one. A lost query with a wide margin was an easy one.',
  measuringMargins: 'Working out the margins of all queries…',
  noMargins: (reason: string) => `The margins could not be worked out: ${reason}`,
  none: 'No query is like that.',
  listLabel: (queries: number) => `${counted(queries, 'query').replace('querys', 'queries')}`,
  keys: 'Keys: j and k go to the next and the previous query, a and b to the next setting for A and for B (with Shift to the one before).',
  rankFrom: (a: string, b: string) => `rank ${a} → ${b}`,
  chance: (a: number, b: number) => `found ${percent(a)} → ${percent(b)} of the time`,
  first10: (cell: string) => `First 10 under ${cell}`,
  /** `of` names the further judgements that made an item right. */
  rightBy: (of: string | null) => (of === null ? 'right' : `right (${of})`),
  nearIdentical: 'near-identical to the model',
  perhapsRight: ({ looked, found }: PerhapsRight, lost: number) => {
    const queries = `${looked < lost ? `first ${count(looked)} of the ` : ''}${count(lost)} lost queries`;
    const alike = `nearly identical to a right one, or right for a nearly identical query (cosine of at least ${cosine(NEAR_IDENTICAL)})`;
    return found === 0
      ? `In none of the ${queries} is what B puts first ${alike}.`
      : `In ${count(found)} of the ${queries}, what B puts first may be right too: to the model it is ${alike}.`;
  },
  why: ({ like, cosine: between }: AlsoRight) =>
    (like === 'right item'
      ? 'To the model it is almost a right one'
      : 'It is right for what to the model is almost this query') +
    `: the cosine of their vectors is ${cosine(between)}. Only looking tells whether it is right too.`,
  rightItems: (items: number) => (items === 1 ? 'Right:' : `Right, ${count(items)}:`),
  more: (number: string) => `and ${number} more`,
  /** How an item moved from its place in the other list (−1 where it was not there) to its place in this one. */
  move: (from: number, to: number) => {
    if (from < 0) return 'new';
    if (from === to) return '';
    return from > to ? `↑${from - to}` : `↓${to - from}`;
  },
  cosines:
    'The numbers are the cosine of the untouched vectors; each list is in the order of its own scores.',
  score: (value: number) => `score under this setting: ${value.toPrecision(6)}`,
  fromFile:
    'These results were opened from a file. It has the numbers of each cell but not the ranks of single queries, so there is no query to look at here.',
  notKept:
    'The single queries of this run were not kept. Run it again to look at them: stored embeddings are not computed again.',
  readingVectors: 'Reading the vectors of this run…',
  noVectors: (reason: string) =>
    `${reason} So the first items of a query cannot be listed; run it again to see them.`,
  searching: 'Searching…',
  failed: (reason: string) => `The search failed: ${reason}`,
  notYet: 'Single queries can be looked at once two settings have been measured.',
};

const pictureName = (picture: Blob): string => (picture instanceof File ? picture.name : 'Your picture');

/** The words of searching for what is none of the run's items. */
export const ASK = {
  label: 'Search for a sentence of your own',
  example: 'a red circle above a blue square',
  search: 'Search',
  choosePicture: 'or for a picture…',
  encoding: 'Encoding…',
  loading: ({ name, detail }: StageEvent) =>
    `${name === 'model' ? 'Loading the model' : 'Starting the model'}${detail ? `: ${detail}` : ''}…`,
  picture: pictureName,
  close: 'Back to the queries',
  failed: (asked: Asked, error: unknown) =>
    error instanceof PictureError && 'picture' in asked
      ? `${pictureName(asked.picture)} ${error.message}.`
      : `This could not be searched for: ${messageOf(error)}`,
};
