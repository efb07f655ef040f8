import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { CATALOGUE_NAMES } from '../../src/clip/catalogue-entries';
import { isHubId } from '../../src/clip/hub-id';
import { PAIRINGS, type Pairing } from '../../src/dataset/types';
import { RANKERS, type RankerChoice } from '../../src/gpu/choice';
import { DEFAULT_CHOICES, DEVICES, DTYPES, withData, type Choices } from '../../src/state/choices';
import {
  CALIBRATIONS,
  POOLS,
  PRECISIONS,
  PROJECTIONS,
  QUERY_FORMATS,
  RESCORERS,
  type SweepConfig,
} from '../../src/sweep/config';
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
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number is wanted.');
  return Number(text);
}

const wholeNumbers = (text: string, before: number[] = []): number[] => [...before, wholeNumber(text)];

/** Reads the command line; prints help or a fault and ends the process where it must. */
export function readOptions(argv: readonly string[]): LabOptions {
  const flags = new Command('lab')
    .description('Runs the built page in a headless Chromium and writes the files it offers.')
    .addOption(new Option('--data <name>', 'data that needs no file').choices(['demo', 'coco-mini', 'coco']))
    .option('--data_path <file>', 'embeddings as .npz, a file or URL')
    .option('--captions <file|url>', 'captions: COCO JSON, CSV or JSON lines')
    .option('--images <folder|zip|url>', 'the pictures that the captions name')
    .option('--num_samples <n>', 'pairs in file order (all)', wholeNumber)
    .option('--model <name|folder|id|url>', `${KNOWN_MODELS.join(', ')}, a folder, or an id of the hub`)
    .addOption(new Option('--dtype <name>', 'weights').choices([...DTYPES]))
    .addOption(new Option('--device <name>', 'where the encoder runs').choices([...DEVICES]))
    .addOption(new Option('--ranker <name>', 'what ranks the vectors (auto)').choices([...RANKERS]))
    .option('--hub <url>', 'the hub that serves catalogue models')
    .option('--model_dir <folder>', 'a local folder laid out as the hub, to be used in its place')
    .option('--coco_base <url>', 'the mirror of COCO, above annotations/ and val2017/')
    .addOption(new Option('--pairing <name>', 'how captions and pictures pair').choices([...PAIRINGS]))
    .option('--embedding_dims <n...>', 'dimensions (256 512 1024)', wholeNumbers)
    .addOption(
      new Option('--precisions <name...>', 'number formats (fp16 int8 int4)').choices([...PRECISIONS]),
    )
    .option('--candidate_sizes <n...>', 'pool sizes (100 200 300 400 500)', wholeNumbers)
    .option('--recall_k <k...>', 'cut-offs (1 5 10)', wholeNumbers)
    .option('--seed <n>', 'seed (42)', wholeNumber)
    .addOption(new Option('--pools <name>', 'how pools are formed (exact)').choices([...POOLS]))
    .option('--repeats <n>', 'pools drawn for each query where pools are sampled', wholeNumber)
    .addOption(new Option('--projection <name>', 'how dimensions change (random)').choices([...PROJECTIONS]))
    .addOption(
      new Option('--calibration <name>', 'what shares a scale of int8 and int4 (dimension)').choices([
        ...CALIBRATIONS,
      ]),
    )
    .addOption(
      new Option('--centre <on|off>', "subtract the gallery's mean before quantising (on)").choices([
        'on',
        'off',
      ]),
    )
    .addOption(
      new Option('--query <name>', 'how queries are held against int8 and int4 (int8)').choices([
        ...QUERY_FORMATS,
      ]),
    )
    .option('--rescore <n>', 'best candidates of binary that are scored again, 0 for none (0)', wholeNumber)
    .addOption(
      new Option('--rescore_by <name>', 'the format they are scored again by (int8)').choices([...RESCORERS]),
    )
    .option('--output_dir <folder>', 'where files are written', './result')
    .parse(argv as string[])
    .opts<Flags>();
  const mounts: Record<string, string> = {};
  return {
    choices: choicesOf(flags, mounts),
    mounts,
    modelDir: folderOf(flags.model_dir),
    outputDir: resolve(flags.output_dir),
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
