import * as v from 'valibot';
import { QUERY_ORDERS } from '../../explore/query-filter';
import { EXPLORER_PARTS, INITIAL_VIEW, type ExplorerView } from '../../explore/explorer-view';
import { APPLIED_PROJECTIONS, PRECISIONS } from '../../protocol/compression';
import { DIRECTIONS } from '../../protocol/direction';
import { MEASURE_NAMES } from '../../report/charts/measure-names';
import type { Sort } from '../../report/columns/sort-rows';
import { TABS, type LabState } from '../lab-state';
import { AXES, INITIAL_RESULTS_VIEW } from '../results-view';

/** What is in view, as parameters of an address, and back: the tab, what of the results is shown, and what the explorer compares and lists. */
export type View = Pick<LabState, 'tab' | 'shown' | 'explorer'>;

const OUTCOMES = ['lost', 'won', 'same', 'all'] as const satisfies readonly ExplorerView['outcome'][];

const whole = v.pipe(v.string(), v.regex(/^\d{1,8}$/), v.transform(Number));
const cell = v.pipe(
  v.string(),
  v.regex(new RegExp(`^\\d{1,5} (?:${APPLIED_PROJECTIONS.join('|')}) (?:${PRECISIONS.join('|')})$`)),
);
const pool = v.union([
  v.pipe(
    v.literal('all'),
    v.transform(() => Infinity),
  ),
  whole,
]);

/** A column by its key; a minus before it puts the largest first. */
const sort = v.pipe(
  v.string(),
  v.regex(/^-?[a-z][\w@]{0,60}$/),
  v.transform((text): Sort => ({ key: text.replace('-', ''), descending: text.startsWith('-') })),
);

/** The parameters with what each may be; their names are no options' keys. */
const PARAMETERS = {
  tab: v.picklist(TABS),
  shown: v.picklist([...DIRECTIONS, 'both']),
  shownK: whole,
  shownPool: whole,
  measure: v.picklist(MEASURE_NAMES),
  axis: v.picklist(AXES),
  baseline: cell,
  budget: v.pipe(whole, v.minValue(1)),
  sort,
  part: v.picklist(EXPLORER_PARTS),
  a: cell,
  b: cell,
  direction: v.picklist(DIRECTIONS),
  pool,
  k: whole,
  outcome: v.picklist(OUTCOMES),
  words: v.pipe(v.string(), v.maxLength(200)),
  order: v.picklist(QUERY_ORDERS),
  item: whole,
} as const;
type Name = keyof typeof PARAMETERS;

export const VIEW_KEYS = Object.keys(PARAMETERS) as readonly Name[];

type Values = { readonly [Name in keyof typeof PARAMETERS]: v.InferOutput<(typeof PARAMETERS)[Name]> | null };

/** What is in view as the parameters have it; null where there is nothing to say. */
const valuesOf = ({ tab, shown, explorer: { query, ...explorer } }: View): Values => ({
  tab,
  shown: shown.direction,
  shownK: shown.k,
  shownPool: shown.pool,
  measure: shown.measure,
  axis: shown.axis,
  baseline: shown.baseline,
  budget: shown.budget,
  sort: shown.sort,
  ...explorer,
  item: query,
});

/** What is in view where an address says nothing. */
const INITIAL = valuesOf({ tab: 'results', shown: INITIAL_RESULTS_VIEW, explorer: INITIAL_VIEW });

export function writeView(view: View): [string, string][] {
  const values = valuesOf(view);
  return VIEW_KEYS.flatMap((name) => {
    const value = values[name];
    return value === INITIAL[name] || value === null ? [] : [[name, textOf(value)]];
  });
}

function textOf(value: NonNullable<Values[Name]>): string {
  if (typeof value === 'object') return `${value.descending ? '-' : ''}${value.key}`;
  return value === Infinity ? 'all' : String(value);
}

/** Reads what an address says of the view; the rest is as at first. What is not allowed is named in `problems`. */
export function readView(parameters: readonly (readonly [string, string])[]): {
  view: View;
  problems: string[];
} {
  const read: Partial<Record<Name, unknown>> = {};
  const problems: string[] = [];
  for (const [key, text] of parameters) {
    const name = VIEW_KEYS.find((one) => one === key);
    if (!name) continue;
    const { success, output } = v.safeParse<v.GenericSchema>(PARAMETERS[name], text);
    if (success) read[name] ??= output;
    else problems.push(`${key}=${text.slice(0, 40)} is ignored: this page has no such view.`);
  }
  const { tab, shown, shownK, shownPool, measure, axis, baseline, budget, sort, item, ...explorer } = {
    ...INITIAL,
    ...read,
  } as Values;
  return {
    view: {
      tab,
      shown: { direction: shown, k: shownK, pool: shownPool, measure, axis, baseline, budget, sort },
      explorer: { ...explorer, query: item },
    } as View,
    problems,
  };
}
