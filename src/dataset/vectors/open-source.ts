import { bytesOf } from '../../lib/bytes';
import { baseName } from '../../lib/base-name';
import { InputError } from '../../lib/errors';
import { extensionOf } from '../file-name';
import { judgementsSource, textsSource } from '../judgements/files-beside';
import type { ItemTexts } from '../judgements/item-texts';
import type { Judgements } from '../judgements/judgements';
import { fileBesideVectors } from '../judgements/recognise';
import type { ArraySource, GivenFiles, VectorFile } from './array-source';
import { jsonLinesSource } from './json-lines-source';
import { npySource } from './npy-source';
import { npzSource } from './npz-source';

/** A file: its arrays, and what it holds where it stands beside vectors. */
type Opened = ArraySource & { readonly judgements?: Judgements; readonly texts?: ItemTexts };
type Reader = (file: VectorFile) => Promise<Opened>;

/** Fetched when the first such file is given, because decompressors are large. */
const parquetSource: Reader = async (file) => (await import('./parquet-source')).parquetSource(file);

const READERS: Readonly<Record<string, Reader>> = {
  npy: npySource,
  npz: npzSource,
  parquet: parquetSource,
  jsonl: jsonLinesSource,
  ndjson: jsonLinesSource,
};

/** The extensions of files that hold vectors, or of JSON lines captions without any. */
export const VECTOR_EXTENSIONS: ReadonlySet<string> = new Set(Object.keys(READERS));

/**
 * The arrays of several files as those of one. Where two files hold an array of the same name, the file's name stands
 * before it: `a/emb`. Files of judgements and of texts are told from vectors by their first line.
 * @throws InputError that names a file of another format, or what is wrong with one
 */
export async function openSource(files: readonly VectorFile[]): Promise<GivenFiles> {
  const sources = await Promise.all(
    files.map(async (file) => ({ file: stem(file.name), source: await (await readerOf(file))(file) })),
  );
  const all = sources.flatMap(({ source }) => source.arrays.map(({ name }) => name));
  const isRepeated = (name: string) => all.filter((other) => other === name).length > 1;
  const arrays = sources.flatMap(({ file, source }) =>
    source.arrays.map((info) => ({
      info: { ...info, name: isRepeated(info.name) ? `${file}/${info.name}` : info.name },
      own: info.name,
      source,
    })),
  );
  const twice = arrays.find(({ info }, i) => arrays.findIndex((one) => one.info.name === info.name) < i);
  if (twice) throw new InputError(`Two arrays are called ${twice.info.name}: rename one of their files.`);
  return {
    arrays: arrays.map(({ info }) => info),
    judgements: new Map(
      arrays.flatMap(({ info, source }) =>
        source.judgements ? [[info.name, source.judgements] as const] : [],
      ),
    ),
    texts: sources.flatMap(({ source }) => source.texts ?? []),
    async read(names) {
      const read = await Promise.all(
        sources.map(async ({ source }) => {
          const mine = arrays.filter((one) => one.source === source && names.has(one.info.name));
          if (mine.length === 0) return [];
          const data = await source.read(new Set(mine.map(({ own }) => own)));
          return mine.map(({ info, own }) => [info.name, data.get(own)!] as const);
        }),
      );
      return new Map(read.flat());
    },
  };
}

const stem = (name: string): string => baseName(name).replace(/\.[^.]*$/, '');

async function readerOf({ name, blob }: VectorFile): Promise<Reader> {
  const beside = await fileBesideVectors(blob, name);
  if (beside !== null) return beside === 'qrels' ? judgementsSource : textsSource;
  const reader = READERS[extensionOf(name) ?? ''];
  if (reader) return reader;
  const head = String.fromCharCode(...(await bytesOf(blob.slice(0, 6))));
  if (head === '\x93NUMPY') return npySource;
  if (head.startsWith('PK\x03\x04')) return npzSource;
  if (head.startsWith('PAR1')) return parquetSource;
  throw new InputError(
    `${name} holds neither vectors (.npz, .npy, .parquet, .jsonl) nor judgements of them (.tsv, .qrels, .jsonl).`,
  );
}
