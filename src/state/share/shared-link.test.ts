import fc from 'fast-check';
import { expect, test } from 'vitest';
import { QUERY_ORDERS } from '../../explore/query-filter';
import { EXPLORER_PARTS, INITIAL_VIEW } from '../../explore/explorer-view';
import { DEFAULT_CHOICES, OPTION_LIST } from '../../protocol/choices';
import { PRECISIONS } from '../../protocol/compression';
import { DIRECTIONS } from '../../protocol/direction';
import { MOST_CELLS, RECALL_STEPS, type Figures } from '../../report/figures/figures-of-link';
import { columns } from '../../report/columns/columns';
import { MEASURE_NAMES } from '../../report/charts/measure-names';
import { AXES } from '../results-view';
import { TABS } from '../lab-state';
import { INITIAL_RESULTS_VIEW } from '../results-view';
import { readFigures, writeFigures } from './figures-link';
import { addressOf, readLink } from './shared-link';
import { VIEW_KEYS, type View } from './view-link';

const checksum = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const digits = fc.option(fc.stringMatching(/^[0-9a-f]{16}$/));
const words = fc.constantFrom('WebGPU', 'Xenova/clip-vit-base-patch32 q8', 'a b&c=d#<b>"~');

const anyFigures: fc.Arbitrary<Figures> = fc.integer({ min: 1, max: 300 }).chain((cells) =>
  fc.record({
    data: digits,
    vectors: digits,
    model: fc.option(words),
    device: words,
    version: fc.constantFrom('0.1.0', '1'),
    k: fc.integer({ min: 1, max: 1e7 }),
    cells: fc.constant(cells),
    layout: checksum,
    recalls: fc.array(fc.integer({ min: 0, max: RECALL_STEPS }), {
      minLength: 2 * Math.min(cells, MOST_CELLS),
      maxLength: 2 * Math.min(cells, MOST_CELLS),
    }),
    digest: checksum,
  }),
);

const anyCell = fc.option(
  fc
    .tuple(fc.integer({ min: 1, max: 8192 }), fc.constantFrom('none', 'pca'), fc.constantFrom(...PRECISIONS))
    .map((parts) => parts.join(' ')),
);
const count = fc.option(fc.integer({ min: 0, max: 1e7 }));
const anyView: fc.Arbitrary<View> = fc.record({
  tab: fc.constantFrom(...TABS),
  shown: fc.record({
    direction: fc.constantFrom(...DIRECTIONS, 'both'),
    k: count,
    pool: count,
    measure: fc.constantFrom(...MEASURE_NAMES),
    axis: fc.constantFrom(...AXES),
    baseline: anyCell,
    budget: fc.integer({ min: 1, max: 1e7 }),
    sort: fc.option(
      fc.record({
        key: fc.constantFrom(...columns([1, 10]).map(({ key }) => key)),
        descending: fc.boolean(),
      }),
    ),
  }),
  explorer: fc.record({
    part: fc.constantFrom(...EXPLORER_PARTS),
    a: anyCell,
    b: anyCell,
    direction: fc.constantFrom(...DIRECTIONS),
    pool: fc.oneof(count, fc.constant(Infinity)),
    k: count,
    outcome: fc.constantFrom('lost', 'won', 'same', 'all'),
    words: fc.string({ maxLength: 200 }),
    order: fc.constantFrom(...QUERY_ORDERS),
    query: count,
  }),
});

const INITIAL: View = { tab: 'results', shown: INITIAL_RESULTS_VIEW, explorer: INITIAL_VIEW };

test('figures survive the way into a link and back', () => {
  fc.assert(
    fc.property(anyFigures, (figures) => {
      const written = new URLSearchParams(writeFigures(figures)).toString();
      expect(readLink(`#${written}`)).toMatchObject({ figures, problems: [], choices: DEFAULT_CHOICES });
    }),
  );
});

test('what is in view survives the way into the address and back', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      const { view: read, problems } = readLink(`#${addressOf({ choices: DEFAULT_CHOICES, ...view })}`);
      expect({ read, problems }).toEqual({ read: view, problems: [] });
    }),
  );
});

test('a view as at first needs no words in the address', () => {
  expect(addressOf({ choices: DEFAULT_CHOICES, ...INITIAL })).toBe('');
});

test('no parameter has two meanings', () => {
  const options = OPTION_LIST.map(([, { link }]) => link);
  expect(VIEW_KEYS.filter((key) => options.includes(key))).toEqual([]);
  expect(options.filter((key) => key.startsWith('was.'))).toEqual([]);
});

test('the longest figures leave room for choices in a link of 2,000 characters', () => {
  const longest: Figures = {
    data: 'f'.repeat(16),
    vectors: 'f'.repeat(16),
    model: 'm'.repeat(100),
    device: 'WebAssembly',
    version: '10.10.10',
    k: 10,
    cells: 1000,
    layout: 0,
    recalls: Array<number>(2 * MOST_CELLS).fill(RECALL_STEPS),
    digest: 0,
  };
  expect(new URLSearchParams(writeFigures(longest)).toString().length).toBeLessThan(1400);
});

const sound: readonly [string, string][] = writeFigures({
  data: 'a'.repeat(16),
  vectors: null,
  model: 'm',
  device: 'd',
  version: '1',
  k: 10,
  cells: 1,
  layout: 1,
  recalls: [1, 2],
  digest: 3,
});

test.each([
  ['was.data', '<b>'],
  ['was.device', ''],
  ['was.device', 'a\u0000b'],
  ['was.model', 'm'.repeat(101)],
  ['was.cells', '2'],
  ['was.cells', '1e3'],
  ['was.recalls', 'AAAA'],
  ['was.recalls', 'AAAAAAA*'],
  ['was.digest', '3'],
  ['was.more', 'x'],
  ['was.__proto__', 'x'],
])('figures with %s=%j are refused as a whole, and that is said', (key, text) => {
  expect(readFigures(sound)).not.toBeNull();
  const changed = [...sound.filter(([name]) => name !== key), [key, text]] as [string, string][];
  const { figures, problems } = readLink(new URLSearchParams(changed).toString());
  expect(figures).toBeNull();
  expect(problems).toEqual([expect.stringContaining('damaged')]);
});

test.each([
  'tab=admin',
  'a=512 none fp64',
  'a=<b>',
  'baseline=512 none fp64',
  'budget=0',
  'direction=up',
  'shown=none',
  'sort=--mrr',
  'sort=<b>',
  'pool=1e3',
  `words=${'w'.repeat(201)}`,
])('a view with %s is as at first, and that is said', (parameter) => {
  const { view, problems } = readLink(parameter);
  expect(view).toEqual(INITIAL);
  expect(problems).toHaveLength(1);
});
