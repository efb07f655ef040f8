import { Command, InvalidArgumentError, Option } from 'commander';
import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { isHubId } from '../../src/encoder/catalogue/hub-id';
import {
  DATA_KINDS,
  DATA_PRESETS,
  DEFAULT_CHOICES,
  DEVICES,
  DTYPES,
  withData,
  type Choices,
  type DataKind,
} from '../../src/protocol/choices';
import { CATALOGUE_NAMES } from '../../src/protocol/models';
import { PAIRINGS, type Pairing } from '../../src/protocol/pairing';
import { RANKERS, type RankerChoice } from '../../src/protocol/ranker';
import {
  CALIBRATIONS,
  POOLS,
  PRECISIONS,
  PROJECTIONS,
  QUERY_FORMATS,
  RESCORERS,
  type SweepConfig,
} from '../../src/protocol/sweep-config';
import { HUB_PATH } from './serve';

const KNOWN_MODELS = ['demo', ...CATALOGUE_NAMES] as const;

/** What the command is to do: choices for the page, local files to serve to it, and where results go. */
export interface LabOptions {
  readonly choices: Choices;
  /** URL prefix → local file or folder. */
  readonly mounts: Readonly<Record<string, string>>;
  /** A folder of models that stands for the hub. */
  readonly modelDir: string | undefined;
  readonly outputDir: string;
  /** Whether the page is to be built before it is driven. */
  readonly rebuild: boolean;
}

interface Flags {
  readonly data?: 'demo' | 'coco-mini' | 'coco';
  readonly data_path?: string;
  readonly captions?: string;
  readonly images?: string;
  readonly num_samples?: number;
  readonly model?: string;
  readonly dtype?: Choices['dtype'];
  readonly device?: Choices['device'];
  readonly ranker?: RankerChoice;
  readonly hub?: string;
  readonly model_dir?: string;
  readonly coco_base?: string;
  readonly pairing?: Pairing;
  readonly embedding_dims?: number[];
  readonly precisions?: SweepConfig['precisions'];
  readonly candidate_sizes?: number[];
  readonly recall_k?: number[];
  readonly seed?: number;
  readonly pools?: SweepConfig['pools'];
  readonly repeats?: number;
  readonly projection?: SweepConfig['projection'];
  readonly calibration?: SweepConfig['calibration'];
  readonly centre?: 'on' | 'off';
  readonly query?: SweepConfig['query'];
  readonly rescore?: number;
  readonly rescore_by?: SweepConfig['rescoreBy'];
  readonly output_dir: string;
  readonly build: boolean;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number is wanted.');
  return Number(text);
}

const { sweep } = DEFAULT_CHOICES;

const list = (values: readonly (string | number)[]): string => values.join(' ');
const onOff = (value: boolean): string => (value ? 'on' : 'off');

/** An option with a list of choices, whose help names the one that the page starts with. */
const choice = (flags: string, what: string, choices: readonly string[], standard: string): Option =>
  new Option(flags, `${what} (default: ${standard})`).choices([...choices]);

/** What a kind of data presets, where that differs from what other data has. */
function presetDefault(of: (preset: (typeof DATA_PRESETS)[DataKind]) => string): string {
  const usual = of(DATA_PRESETS.url);
  const others = DATA_KINDS.filter((kind) => of(DATA_PRESETS[kind]) !== usual);
  return [usual, ...others.map((kind) => `${of(DATA_PRESETS[kind])} for data ${kind}`)].join(', ');
}

const samplesDefault = () => presetDefault(({ samples }) => samples?.toLocaleString('en') ?? 'all');
const modelDefault = () => presetDefault(({ model }) => model);
const sizesDefault = () => presetDefault(({ candidateSizes }) => list(candidateSizes));

const wholeNumbers = (text: string, before: number[] = []): number[] => [...before, wholeNumber(text)];

/** Reads the command line; prints help or a fault and ends the process where it must. */
export function readOptions(argv: readonly string[]): LabOptions {
  const flags = new Command('lab')
    .description('Runs the page in a headless Chromium and writes the files it offers.')
    .addOption(
      new Option('--data <name>', `data that needs no file (default: ${DEFAULT_CHOICES.data})`).choices([
        'demo',
        'coco-mini',
        'coco',
      ]),
    )
    .option('--data_path <file|url>', 'embeddings as .npz; no model runs')
    .option('--captions <file|url>', 'captions as COCO JSON, CSV or JSON lines; with --images')
    .option('--images <folder|zip|url>', 'the pictures that the captions name; with --captions')
    .option(
      '--num_samples <n>',
      `pairs, the first in file order; --data_path takes all (default: ${samplesDefault()})`,
      wholeNumber,
    )
    .option(
      '--model <name|folder|id|url>',
      `${KNOWN_MODELS.join(', ')}, a folder, a hub's owner/name, or the URL of a folder (default: ${modelDefault()})`,
    )
    .addOption(choice('--dtype <name>', 'weights of the model', DTYPES, DEFAULT_CHOICES.dtype))
    .addOption(choice('--device <name>', 'what runs the model', DEVICES, DEFAULT_CHOICES.device))
    .addOption(choice('--ranker <name>', 'what ranks the vectors', RANKERS, DEFAULT_CHOICES.ranker))
    .option('--hub <url>', `the hub that models are downloaded from (default: ${DEFAULT_CHOICES.hub})`)
    .option('--model_dir <folder>', 'a folder laid out as a hub, used in place of --hub')
    .option(
      '--coco_base <url>',
      `of --data coco: the folder above annotations/ and val2017/ (default: ${DEFAULT_CHOICES.cocoBase})`,
    )
    .addOption(
      choice('--pairing <name>', 'which captions of a picture are used', PAIRINGS, DEFAULT_CHOICES.pairing),
    )
    .option('--embedding_dims <n...>', `dimensions (default: ${list(sweep.dims)})`, wholeNumbers)
    .addOption(
      choice('--precisions <name...>', 'formats of the stored vectors', PRECISIONS, list(sweep.precisions)),
    )
    .option('--candidate_sizes <n...>', `candidates in a pool (default: ${sizesDefault()})`, wholeNumbers)
    .option(
      '--recall_k <k...>',
      `cut-offs K of Recall@K, MRR@K and NDCG@K (default: ${list(sweep.ks)})`,
      wholeNumbers,
    )
    .option('--seed <n>', `seed of everything random (default: ${sweep.seed})`, wholeNumber)
    .addOption(choice('--pools <name>', 'how candidate pools are formed', POOLS, sweep.pools))
    .option(
      '--repeats <n>',
      `of --pools sampled: pools for each query (default: ${sweep.repeats})`,
      wholeNumber,
    )
    .addOption(
      choice('--projection <name>', 'how vectors get another dimension', PROJECTIONS, sweep.projection),
    )
    .addOption(
      choice(
        '--calibration <name>',
        'what shares one scale at int8 and int4',
        CALIBRATIONS,
        sweep.calibration,
      ),
    )
    .addOption(
      choice(
        '--centre <on|off>',
        "subtract the gallery's mean before quantising",
        ['on', 'off'],
        onOff(sweep.centre),
      ),
    )
    .addOption(
      choice(
        '--query <name>',
        'format of the queries that search int8 and int4 galleries',
        QUERY_FORMATS,
        sweep.query,
      ),
    )
    .option(
      '--rescore <n>',
      `of --precisions binary: top candidates of each query scored again, 0 for none (default: ${sweep.rescore})`,
      wholeNumber,
    )
    .addOption(
      choice('--rescore_by <name>', 'the format they are scored again in', RESCORERS, sweep.rescoreBy),
    )
    .option('--output_dir <folder>', 'where files are written', './result')
    .option('--no-build', 'use the page as it was built last')
    .parse(argv as string[])
    .opts<Flags>();
  const mounts: Record<string, string> = {};
  return {
    choices: choicesOf(flags, mounts),
    mounts,
    modelDir: folderOf(flags.model_dir),
    outputDir: resolve(flags.output_dir),
    rebuild: flags.build,
  };
}

/** The page's choices; each local path becomes a mount and is named by its URL. */
function choicesOf(flags: Flags, mounts: Record<string, string>): Choices {
  const base = withData(DEFAULT_CHOICES, dataOf(flags));
  const isFolder = flags.images !== undefined && !isUrl(flags.images) && statSync(flags.images).isDirectory();
  const images = flags.images && served(flags.images, '/local/images', mounts);
  const model = flags.model;
  return {
    ...base,
    captionsUrl: flags.captions ? served(flags.captions, '/local/captions', mounts) : '',
    imagesUrl: images ?? '',
    imagesIndex: isFolder ? `${images}/index.json` : '',
    npzUrl: flags.data_path ? served(flags.data_path, '/local/embeddings', mounts) : '',
    ...(model && modelOf(model, mounts)),
    ...given({
      samples: flags.num_samples,
      dtype: flags.dtype,
      device: flags.device,
      ranker: flags.ranker,
      hub: flags.model_dir ? HUB_PATH : flags.hub,
      cocoBase: flags.coco_base,
      pairing: flags.pairing,
    }),
    sweep: {
      ...base.sweep,
      ...given({
        dims: flags.embedding_dims,
        precisions: flags.precisions,
        candidateSizes: flags.candidate_sizes,
        ks: flags.recall_k,
        seed: flags.seed,
        pools: flags.pools,
        repeats: flags.repeats,
        projection: flags.projection,
        calibration: flags.calibration,
        centre: flags.centre && flags.centre === 'on',
        query: flags.query,
        rescore: flags.rescore,
        rescoreBy: flags.rescore_by,
      }),
    },
  };
}

function dataOf({ data, data_path, captions, images }: Flags): Choices['data'] {
  if (data_path) return 'npz';
  if (captions && images) return 'url';
  if (captions || images) throw new Error('--captions and --images go together.');
  return data ?? 'demo';
}

function modelOf(model: string, mounts: Record<string, string>): Pick<Choices, 'model'> & Partial<Choices> {
  const known = KNOWN_MODELS.find((name) => name === model);
  if (known) return { model: known };
  const isId = isHubId(model) && !existsSync(model);
  return { model: 'url', modelUrl: isId ? model : served(model, '/local/model', mounts) };
}

function folderOf(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  if (!existsSync(path) || !statSync(path).isDirectory()) throw new Error(`${path} is not a folder.`);
  return resolve(path);
}

const isUrl = (text: string): boolean => /^https?:\/\//.test(text);

/** The URL under which the page finds a file: its own, or that of a new mount below a prefix. */
function served(pathOrUrl: string, prefix: string, mounts: Record<string, string>): string {
  if (isUrl(pathOrUrl)) return pathOrUrl;
  const path = resolve(pathOrUrl);
  if (!existsSync(path)) throw new Error(`${pathOrUrl} does not exist.`);
  const url = statSync(path).isDirectory() ? prefix : `${prefix}/${basename(path)}`;
  mounts[url] = path;
  return url;
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Only what was said on the command line. */
const given = <T extends object>(flags: T): Given<T> =>
  Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined)) as Given<T>;
