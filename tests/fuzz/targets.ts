import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inspectDropped } from '../../src/dataset/dropped/inspect-dropped';
import { openDropped } from '../../src/dataset/dropped/open-dropped';
import { readCaptionsFile } from '../../src/dataset/formats/captions-formats';
import { guessColumns } from '../../src/dataset/hub/guess-columns';
import { splitsOf } from '../../src/dataset/hub/listing';
import { RemoteTable } from '../../src/dataset/hub/remote-table';
import { readTableCaptions } from '../../src/dataset/hub/table-captions';
import { tablePictures } from '../../src/dataset/hub/table-pictures';
import { parseFurtherPictures } from '../../src/dataset/relevance/further-pictures';
import { readFromZip } from '../../src/dataset/sources/remote-zip';
import { vectorFilesOfZip } from '../../src/dataset/vectors/files-of-zip';
import { picturesOfZip } from '../../src/dataset/sources/zip';
import { DEFAULT_CHOICES, OPTION_LIST } from '../../src/protocol/choices';
import { DEFAULT_RETRY_POLICY } from '../../src/net/retry-policy';
import { finding } from '../../src/report/finding/finding';
import { viewAtFirst } from '../../src/report/finding/viewed';
import { TEXT_AND_IMAGE } from '../../src/protocol/side-names';
import { openEmbeddings } from '../../src/run/data/open-embeddings';
import { entryOf, parseKeptEntry } from '../../src/state/history/kept-entry';
import { parseKeptResults } from '../../src/state/history/kept-results';
import { openedRun } from '../../src/state/history/opened-run';
import { readResults } from '../../src/report/opened/read-results';
import { NO_FILES, NO_RUN } from '../../src/state/lab-state';
import { readFigures, writeFigures } from '../../src/state/share/figures-link';
import { addressOf, readLink } from '../../src/state/share/shared-link';
import { VIEW_KEYS } from '../../src/state/share/view-link';
import { parseUnfinished } from '../../src/state/unfinished/unfinished-run';
import { parseStoredRun } from '../../src/state/stored-run';
import { pictureTable } from '../../e2e/support/picture-table';
import { fakePorts } from '../support/fake-ports';
import { fastRetries } from '../support/fast-retries';
import { pictureTars, pictureZips, zipsOf } from './archives';
import { ENCODER_TARGETS } from './encoder-targets';
import {
  alteredRecords,
  captionsFiles,
  damaged,
  filesBesideVectors,
  fragments,
  resultsFiles,
  vectorFiles,
} from './hostile';
import { atAddress, target, type Target } from './target';

const VECTORS = [
  'arr.npz',
  'dimensions.npz',
  'queries-corpus.npz',
  'ids.npz',
  'objects.npy',
  'images.jsonl',
  'queries.jsonl',
  'pairs.parquet',
  'ragged.parquet',
];
const sound = new Map(
  VECTORS.map((name) => [
    name,
    new Uint8Array(
      readFileSync(fileURLToPath(new URL(`../../src/dataset/vectors/fixtures/${name}`, import.meta.url))),
    ),
  ]),
);

const CORPUS = new TextEncoder().encode('{"_id":"10","title":"A","text":"first"}\n'.repeat(20));
const IN_ZIPS = new Map([
  ...sound,
  ['corpus.jsonl', CORPUS],
  ['test.tsv', new TextEncoder().encode('query-id\tcorpus-id\tscore\nq0\t10\t1\n')],
]);

const { signal } = new AbortController();
const context = { ports: fakePorts().ports, emit: () => undefined, signal, network: DEFAULT_RETRY_POLICY };

const ROWS = [1, 2, 3].map((i) => ({
  key: `p${i}`,
  picture: new Uint8Array(50).fill(i),
  captions: [`caption ${i}`, 'another'],
}));
const TABLES = [pictureTable(ROWS, 2, 'lines'), pictureTable(ROWS, 2, 'list')];
const LISTING = {
  parquet_files: [{ config: 'default', split: 'test', url: 'https://server/0.parquet', size: 1000 }],
};
const FIRST = { higher: Uint32Array.of(0, 1), tied: Uint32Array.of(0, 0) };
const KEPT_RESULTS = {
  run: NO_RUN,
  evidence: {
    names: { captions: ['a', 'b'], imageIds: [1, 'b'] },
    qrels: { queries: 2, gallery: 2, offsets: Uint32Array.of(0, 1, 2), items: Uint32Array.of(0, 1) },
    ranks: [
      {
        dim: 8,
        projection: 'none',
        precision: 'int8',
        pool: Infinity,
        ranks: { textToImage: FIRST, imageToText: FIRST },
      },
    ],
  },
  pictures: new Map([['a.jpg', 'f00d']]),
};
const KEPT_ENTRY = {
  id: '2026-01-01T10:00:00.000Z',
  name: 'a',
  starred: false,
  fragment: 'dims=8',
  status: 'done',
  texts: 2,
  images: 2,
  model: null,
  device: 'WebAssembly',
  rows: 1,
  best: { experiment: 'dim_8_prec_int8_cand_2', dim: 8, precision: 'int8', k: 10, recall: 1, candidates: 2 },
};
const LINK_FIGURES = writeFigures({
  data: '0123456789abcdef',
  vectors: null,
  model: 'demo fp32',
  device: 'WebAssembly',
  version: '1',
  k: 10,
  cells: 1,
  layout: 1,
  recalls: [1, 2],
  digest: 3,
});
const UNFINISHED = {
  id: 'a',
  fragment: 'dims=8',
  data: 'a.csv',
  filesId: null,
  started: '2026-01-01T10:00:00.000Z',
  pictures: { done: 1, total: 2 },
};
const resultsOf = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../src/report/opened/fixtures/${name}`, import.meta.url)), 'utf8');
const [REFERENCE_JSON, REFERENCE_CSV] = ['experiment_results.json', 'detailed_results.csv'].map(resultsOf);
const ROW = {
  experiment: 'a',
  embedding_dim: 8,
  precision: 'int8',
  candidate_size: 9,
  num_samples: 9,
  't2v_recall@10': 0.5,
  'v2t_recall@10': 0.5,
  t2v_candidates: 9,
  v2t_candidates: 9,
  projection: 'none',
  whole_gallery: 'true',
  lifted: 'false',
};
const RESULTS = {
  records: [JSON.parse(REFERENCE_JSON) as unknown, { run: {}, results: [ROW] }],
  tables: [REFERENCE_CSV.split('\n').slice(0, 4).join('\n')],
};
const noBigInt = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

/** Reads the captions of a table and all of its pictures. */
async function readTable(url: string, size: number): Promise<void> {
  const table = await RemoteTable.open([{ url, size }], { signal, policy: fastRetries() });
  const roles = guessColumns(table.columns, '', '');
  const { captions, places } = await readTableCaptions(table, roles, null);
  const pictures = tablePictures(table, roles.image.name, places);
  for (const { fileName } of captions.pictures) await pictures.read(fileName, signal);
}

export const TARGETS: readonly Target[] = [
  target('captions files', captionsFiles, ([name, text]) =>
    readCaptionsFile(new Blob([text]), name, DEFAULT_CHOICES),
  ),
  target('vector files (npz, npy, Parquet, JSON lines)', vectorFiles(sound), ([name, bytes]) =>
    openEmbeddings(
      {
        choices: { ...DEFAULT_CHOICES, data: 'npz' },
        files: { ...NO_FILES, vectors: [new File([bytes], name)] },
      },
      context,
    ),
  ),
  target('judgements and texts beside vectors', filesBesideVectors, ([name, text]) =>
    openEmbeddings(
      {
        choices: { ...DEFAULT_CHOICES, data: 'npz' },
        files: {
          ...NO_FILES,
          vectors: ['queries.jsonl', 'images.jsonl'].map(
            (vectors) => new File([sound.get(vectors)!], vectors),
          ),
          besideVectors: [new File([text], name)],
        },
      },
      context,
    ),
  ),
  target('tables of pictures (Parquet)', damaged(TABLES), (bytes) =>
    atAddress(bytes, (url) => readTable(url, bytes.length)),
  ),
  target('lists of Parquet files', alteredRecords(LISTING), (answer) =>
    splitsOf(JSON.stringify(answer, noBigInt) ?? '', 'https://server/parquet', 'me/pictures'),
  ),
  target('further right pictures', alteredRecords({ 1: [[2], [], [3, 4]], 2: [] }), (table) =>
    parseFurtherPictures(JSON.stringify(table, noBigInt) ?? '', 'further.json'),
  ),
  target('zips of pictures', pictureZips, async (bytes) => {
    const pictures = await picturesOfZip(new Blob([bytes]), 'pictures.zip');
    for (const picture of pictures) await picture.read(signal);
  }),
  target('zips of vectors and judgements', zipsOf(IN_ZIPS), (bytes) =>
    vectorFilesOfZip(new File([bytes], 'a.zip')),
  ),
  target('zips of captions on a host', zipsOf(new Map([['captions.json', CORPUS]])), (bytes) =>
    atAddress(bytes, (url) =>
      readFromZip(url, 'captions.json', { byteLength: bytes.length, signal, policy: fastRetries() }),
    ),
  ),
  target('tars of pictures and the texts beside them', pictureTars, (bytes) =>
    openDropped({ ...NO_FILES, tars: [new File([bytes], 'shard.tar')] }, DEFAULT_CHOICES, signal),
  ),
  target('dropped captions with pictures, inspected', captionsFiles, ([name, text]) =>
    inspectDropped(
      { ...NO_FILES, captions: new File([text], name), pictures: [new File(['x'], 'a.jpg')] },
      DEFAULT_CHOICES,
      77,
    ),
  ),
  target('links', fragments([...OPTION_LIST.map(([, { link }]) => link), ...VIEW_KEYS]), (fragment) => {
    const { choices, view } = readLink(fragment);
    // What was read can be written, and says the same.
    const address = addressOf({ choices, ...view });
    const again = readLink(address);
    if (addressOf({ choices: again.choices, ...again.view }) !== address) {
      throw new Error('the link does not read back');
    }
  }),
  target('figures that links carry', alteredRecords(Object.fromEntries(LINK_FIGURES)), (parameters) =>
    readFigures(
      Object.entries(parameters ?? {}).map(([key, value]) => [
        key,
        typeof value === 'string' ? value : (JSON.stringify(value, noBigInt) ?? ''),
      ]),
    ),
  ),
  target(
    'stored runs',
    alteredRecords({ ...NO_RUN, leftOut: [{ id: 1, what: 'image', reason: 'x' }] }),
    (record) => parseStoredRun(record),
  ),
  target('kept runs', alteredRecords(KEPT_RESULTS), (results) => parseKeptResults(results)),
  target('files of results', resultsFiles(RESULTS), ([name, text]) => {
    const run = openedRun(readResults(text, name, '2026-01-01T10:00:00.000Z'));
    // What was read can be kept, shown and read back.
    finding(run.rows, viewAtFirst(run.record!.sweep.ks[0], 0, TEXT_AND_IMAGE));
    if (!parseKeptEntry(entryOf(run, '')) || !parseStoredRun(run))
      throw new Error('the results cannot be kept');
  }),
  target('the list of kept runs', alteredRecords(KEPT_ENTRY), (entry) => parseKeptEntry(entry)),
  target('interrupted runs', alteredRecords(UNFINISHED), (record) => parseUnfinished(record)),
  ...ENCODER_TARGETS,
];
