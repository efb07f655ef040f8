import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCaptionsFile } from '../../src/dataset/formats/captions-formats';
import { picturesOfZip } from '../../src/dataset/sources/zip';
import { DEFAULT_CHOICES, OPTION_LIST } from '../../src/protocol/choices';
import { DEFAULT_RETRY_POLICY } from '../../src/net/retry-policy';
import { openEmbeddings } from '../../src/run/open-embeddings';
import { NO_FILES, NO_RUN } from '../../src/state/lab-state';
import { fromFragment, toFragment } from '../../src/state/link';
import { parseStoredRun } from '../../src/state/stored-run';
import { fakePorts } from '../support/fake-ports';
import { alteredRecords, captionsFiles, fragments, pictureZips, vectorFiles } from './hostile';

/** A parser of input from outside, and the input that is made for it. */
export interface Target {
  readonly name: string;
  readonly inputs: fc.Arbitrary<unknown>;
  read(input: unknown): Promise<unknown>;
}

const target = <T>(name: string, inputs: fc.Arbitrary<T>, read: (input: T) => unknown): Target => ({
  name,
  inputs,
  read: async (input) => read(input as T),
});

const VECTORS = [
  'arr.npz',
  'dimensions.npz',
  'queries-corpus.npz',
  'ids.npz',
  'objects.npy',
  'images.jsonl',
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

const { signal } = new AbortController();
const context = { ports: fakePorts().ports, emit: () => undefined, signal, network: DEFAULT_RETRY_POLICY };

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
  target('zips of pictures', pictureZips, async (bytes) => {
    const pictures = await picturesOfZip(new Blob([bytes]), 'pictures.zip');
    for (const picture of pictures) await picture.read(signal);
  }),
  target('links', fragments(OPTION_LIST.map(([, { link }]) => link)), (fragment) => {
    const { choices } = fromFragment(fragment);
    // What was read can be written, and says the same.
    if (toFragment(fromFragment(toFragment(choices)).choices) !== toFragment(choices)) {
      throw new Error('the link does not read back');
    }
  }),
  target(
    'stored runs',
    alteredRecords({ ...NO_RUN, leftOut: [{ id: 1, what: 'image', reason: 'x' }] }),
    (record) => parseStoredRun(record),
  ),
];
