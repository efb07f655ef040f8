import * as v from 'valibot';
import { QUERY_ORDERS } from '../../explore/list-queries';
import { INITIAL_VIEW, type ExplorerView } from '../../explore/view';
import { APPLIED_PROJECTIONS, PRECISIONS } from '../../protocol/compression';
import { DIRECTIONS } from '../../protocol/direction';
import { TABS, type LabState } from '../lab-state';

/** What is in view, as parameters of an address, and back: the tab, and what the explorer compares and lists. */
export type View = Pick<LabState, 'tab' | 'explorer'>;

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

/** The parameters with what each may be; their names are no options' keys. */
const PARAMETERS = {
  tab: v.picklist(TABS),
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

/** What is in view where an address says nothing. */
const INITIAL: View = { tab: 'results', explorer: INITIAL_VIEW };

export function writeView({ tab, explorer }: View): [string, string][] {
  const values = { tab, ...explorer, item: explorer.query };
  const usual = { tab: INITIAL.tab, ...INITIAL_VIEW, item: INITIAL_VIEW.query };
  return VIEW_KEYS.flatMap((name) => {
    const value = values[name];
    return value === usual[name] || value === null
      ? []
      : [[name, value === Infinity ? 'all' : String(value)]];
  });
}

/** Reads what an address says of the view; the rest is as at first. What is not allowed is named in `problems`. */
export function readView(parameters: readonly (readonly [string, string])[]): {
  view: View;
  problems: string[];
} {
  const read: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [key, text] of parameters) {
    const name = VIEW_KEYS.find((one) => one === key);
    if (!name) continue;
    const { success, output } = v.safeParse(PARAMETERS[name], text);
    if (success) read[name] ??= output;
    else problems.push(`${key}=${text.slice(0, 40)} is ignored: this page has no such view.`);
  }
  const {
    tab = INITIAL.tab,
    item: query = null,
    ...explorer
  } = read as Partial<ExplorerView & { readonly tab: View['tab']; readonly item: number }>;
  return { view: { tab, explorer: { ...INITIAL_VIEW, ...explorer, query } }, problems };
}
