import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_CHOICES, withData, type Choices } from '../protocol/choices';
import { CALIBRATIONS, PRECISIONS, PROJECTIONS, QUERY_FORMATS, RESCORERS } from '../protocol/compression';
import { RELEVANCES } from '../protocol/relevance';
import { COCO_PLACES } from '../protocol/coco-places';
import { DATA_KINDS } from '../protocol/data-kinds';
import { DEVICES, RANKERS } from '../protocol/devices';
import { DTYPES, MODEL_KINDS } from '../protocol/models';
import { PAIRINGS } from '../protocol/pairing';
import { POOLS } from '../protocol/pools';
import type { SweepConfig } from '../protocol/sweep-config';
import { fromFragment, toFragment } from './link';
import { SIDES_CHOICES } from '../protocol/side-names';

const counts = fc.uniqueArray(fc.integer({ min: 2, max: 5000 }), { minLength: 1, maxLength: 5 });

const addresses = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom('', 'coco-mini/captions.json', '/models/clip/', './a b&c=d#e,f'),
);

const anySweep: fc.Arbitrary<SweepConfig> = fc.record({
  dims: counts,
  precisions: fc.uniqueArray(fc.constantFrom(...PRECISIONS), { minLength: 1 }),
  candidateSizes: counts,
  ks: counts,
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  pools: fc.constantFrom(...POOLS),
  repeats: fc.integer({ min: 1, max: 1000 }),
  projections: fc.uniqueArray(fc.constantFrom(...PROJECTIONS), { minLength: 1 }),
  calibration: fc.constantFrom(...CALIBRATIONS),
  centre: fc.boolean(),
  query: fc.constantFrom(...QUERY_FORMATS),
  rescore: fc.integer({ min: 0, max: 5000 }),
  rescoreBy: fc.constantFrom(...RESCORERS),
});

const anyChoices: fc.Arbitrary<Choices> = fc.record({
  data: fc.constantFrom(...DATA_KINDS),
  relevance: fc.constantFrom(...RELEVANCES),
  dataset: fc.constantFrom('me/pictures', 'pictures'),
  config: fc.constantFrom('', 'default'),
  cocoSource: fc.constantFrom(...COCO_PLACES),
  cocoBase: addresses,
  cocoOfficial: addresses,
  datasetsServer: addresses,
  captionsUrl: addresses,
  imagesUrl: addresses,
  imagesIndex: addresses,
  npzUrl: addresses,
  imageColumn: fc.constantFrom('', 'bild', 'a b,c=d'),
  captionColumn: fc.constantFrom('', 'Satz'),
  split: fc.constantFrom('test', 'all'),
  sides: fc.constantFrom(...SIDES_CHOICES),
  arrays: fc.constantFrom('', 'text=arr_0,image=arr_1', 'text=a%20b,truth=rows'),
  pairing: fc.constantFrom(...PAIRINGS),
  samples: fc.option(fc.integer({ min: 1, max: 25014 })),
  model: fc.constantFrom(...MODEL_KINDS),
  hub: addresses,
  modelUrl: addresses,
  dtype: fc.constantFrom(...DTYPES),
  device: fc.constantFrom(...DEVICES),
  ranker: fc.constantFrom(...RANKERS),
  sweep: anySweep,
});

test('choices survive the way into a link and back', () => {
  fc.assert(
    fc.property(anyChoices, (choices) => {
      expect(fromFragment(`#${toFragment(choices)}`)).toEqual({ choices, problems: [] });
    }),
    { examples: [[{ ...DEFAULT_CHOICES, sweep: { ...DEFAULT_CHOICES.sweep, seed: 2 ** 32 - 1 } }]] },
  );
});

test('links of earlier releases read as they did', () => {
  const link =
    '#data=coco&cocoBase=https%3A%2F%2Fmirror.example%2Fcoco&pairing=all&samples=all&model=url&modelUrl=me%2Fmodel%40v2' +
    '&hub=https%3A%2F%2Fhub.example&dtype=q8&device=wasm&ranker=cpu&dims=64%2C128&precisions=binary%2Cfp32' +
    '&candidateSizes=20%2C30&ks=1%2C5&seed=7&pools=sampled&repeats=3&projection=pca&calibration=vector&centre=off' +
    '&query=float&rescore=50&rescoreBy=fp16';
  expect(fromFragment(link)).toEqual({
    choices: {
      ...DEFAULT_CHOICES,
      data: 'coco',
      cocoBase: 'https://mirror.example/coco',
      pairing: 'all',
      samples: null,
      model: 'url',
      modelUrl: 'me/model@v2',
      hub: 'https://hub.example',
      dtype: 'q8',
      device: 'wasm',
      ranker: 'cpu',
      sweep: {
        dims: [64, 128],
        precisions: ['binary', 'fp32'],
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
      },
    },
    problems: [],
  });
});

test('what suits a kind of data needs no words in the link', () => {
  expect(toFragment(DEFAULT_CHOICES)).toBe('');
  expect(toFragment(withData(DEFAULT_CHOICES, 'coco-mini'))).toBe('data=coco-mini');
});

test.each([
  ['captionsUrl=javascript:alert(1)', 'captionsUrl'],
  ['captionsUrl=%20javascript:alert(1)', 'captionsUrl'],
  ['captionsUrl=java%0Ascript:alert(1)', 'captionsUrl'],
  ['imagesUrl=JavaScript:alert(1)', 'imagesUrl'],
  ['modelUrl=blob:https://a/b', 'modelUrl'],
  ['npzUrl=file:///etc/passwd', 'npzUrl'],
  ['cocoBase=https://', 'cocoBase'],
  ['hub=data:text/html,x', 'hub'],
  ['dims=256,NaN', 'dims'],
  ['samples=-3', 'samples'],
  ['seed=1e3', 'seed'],
  ['ks=', 'ks'],
  ['centre=true', 'centre'],
  ['dims=0', 'dims'],
  ['dims=256,256', 'dims'],
  ['candidateSizes=1', 'candidateSizes'],
  ['seed=4294967296', 'seed'],
  ['rescoreBy=int4', 'rescoreBy'],
  ['data=constructor', 'data'],
  ['precisions=fp64', 'precisions'],
  ['onload=x', 'onload'],
  ['__proto__=x', '__proto__'],
  ['toString=x', 'toString'],
])('%s is refused and named', (fragment, name) => {
  const { choices, problems } = fromFragment(fragment);
  expect(choices).toEqual(DEFAULT_CHOICES);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(name);
});

test('a parameter that is refused leaves the others in force', () => {
  const { choices, problems } = fromFragment('#samples=many&seed=7');
  expect(choices).toEqual({ ...DEFAULT_CHOICES, sweep: { ...DEFAULT_CHOICES.sweep, seed: 7 } });
  expect(problems).toEqual([
    'samples=many is ignored: “many” is not a whole number from 1 to 1,000,000,000.',
  ]);
});
