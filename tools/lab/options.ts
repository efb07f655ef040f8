import { Command } from 'commander';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { extensionOf } from '../../src/dataset/file-name';
import { BESIDE_EXTENSIONS } from '../../src/dataset/judgements/recognise';
import { isHubId } from '../../src/encoder/catalogue/hub-id';
import { DEFAULT_CHOICES, withValues, type Choices, type OptionValues } from '../../src/protocol/choices';
import { CATALOGUE_NAMES } from '../../src/protocol/models';
import { optionFlags, typedValues, type Typed } from './flags';
import { HUB_PATH } from './serve';

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

/** Flags whose text is more than a value of an option. */
interface Flags {
  readonly data_path?: readonly string[];
  readonly qrels?: readonly string[];
  readonly captions?: string;
  readonly images?: string;
  readonly model?: string;
  readonly model_dir?: string;
  readonly output_dir: string;
  readonly build: boolean;
}

/** Reads the command line; prints help or a fault and ends the process where it must. */
export function readOptions(argv: readonly string[]): LabOptions {
  const command = new Command('lab').description(
    'Runs the page in a headless Chromium and writes the files it offers.',
  );
  for (const flag of optionFlags()) command.addOption(flag);
  command
    .option(
      '--qrels <file|folder|url...>',
      'with --data_path: judgements (qrels/*.tsv of BEIR, TREC) and texts with ids (corpus.jsonl, queries.jsonl), or their folder',
    )
    .option('--model_dir <folder>', 'a folder laid out like a hub, used in place of --hub')
    .option('--output_dir <folder>', 'where files are written', './result')
    .option('--no-build', 'use the page from the last build')
    .parse(argv as string[]);
  const flags = command.opts<Flags>();
  const mounts: Record<string, string> = {};
  return {
    choices: withValues(DEFAULT_CHOICES, {
      ...typedValues(command.opts<Typed>()),
      ...dataOf(flags, mounts),
      ...(flags.model && modelOf(flags.model, mounts)),
      ...(flags.model_dir && { hub: HUB_PATH }),
    }),
    mounts,
    modelDir: folderOf(flags.model_dir),
    outputDir: resolve(flags.output_dir),
    rebuild: flags.build,
  };
}

/** The data that files and addresses stand for; each local path becomes a mount and is named by its URL. */
function dataOf(
  { data_path, qrels = [], captions, images }: Flags,
  mounts: Record<string, string>,
): Partial<OptionValues> {
  if (data_path) {
    const urls = [...data_path, ...qrels.flatMap(filesOf)].map((file, i) =>
      served(file, i === 0 ? '/local/embeddings' : `/local/embeddings/${i + 1}`, mounts),
    );
    return { data: 'npz', npzUrl: urls.map((url) => url.replaceAll(' ', '%20')).join(' ') };
  }
  if (qrels.length > 0) throw new Error('--qrels needs the vectors that it judges: give --data_path too.');
  if (!captions && !images) return {};
  if (!captions || !images) throw new Error('Give --captions and --images together.');
  const imagesUrl = served(images, '/local/images', mounts);
  const isFolder = !isUrl(images) && statSync(images).isDirectory();
  return {
    data: 'url',
    captionsUrl: served(captions, '/local/captions', mounts),
    imagesUrl,
    imagesIndex: isFolder ? `${imagesUrl}/index.json` : '',
  };
}

/** A file or an address as it is; of a folder and those in it, the files that may be judgements or texts, by name. */
function filesOf(path: string): string[] {
  if (isUrl(path) || !existsSync(path) || !statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && BESIDE_EXTENSIONS.includes(extensionOf(entry.name) ?? ''))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function modelOf(model: string, mounts: Record<string, string>): Partial<OptionValues> {
  const known = (['demo', ...CATALOGUE_NAMES] as const).find((name) => name === model);
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
