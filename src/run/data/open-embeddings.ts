import { bytesOf } from '../../lib/bytes';
import { readEmbeddings } from '../../dataset/formats/read-embeddings';
import type { ArraySource, VectorFile } from '../../dataset/vectors/array-source';
import { openSource } from '../../dataset/vectors/open-source';
import { readVectors } from '../../dataset/vectors/read-vectors';
import { distinctPairs, type RightPairs } from '../../dataset/vectors/right-pairs';
import { baseName } from '../../lib/base-name';
import { InputError } from '../../lib/errors';
import { getBlob } from '../../net/fetch';
import { parseArrays } from '../../protocol/array-roles';
import type { Choices } from '../../protocol/choices';
import type { RowNames } from '../../protocol/row-names';
import { addressesOf } from '../../protocol/options/kinds';
import { chosenKinds, sideNamesOf, type SideNames } from '../../protocol/side-names';
import { oneRelevantEach, qrelsFrom } from '../../retrieval/ranks/qrels';
import { relevanceCaveats } from './relevance-caveats';
import { inputFromArrays, type EvaluationInput } from '../../sweep/plan/input';
import type { Contents } from '../fingerprints';
import type { RunContext, RunRequest } from '../request';
import type { Vectors } from '../vectors';

/**
 * Reads vectors made elsewhere from their files.
 * @throws InputError where there are none, they are malformed or what they are is not clear, FetchError where their host
 *   does not serve them
 */
export async function openEmbeddings(
  { choices, files }: RunRequest,
  { ports, emit, signal, network }: RunContext,
): Promise<Vectors> {
  const urls = addressesOf(choices.npzUrl);
  const opened =
    urls.length > 0
      ? await Promise.all(urls.map((url) => fetched(url, ports.browser.absolute(url), signal, network)))
      : [...files.vectors, ...files.besideVectors].map((file) => ({ name: file.name, blob: file }));
  if (opened.length === 0) {
    throw new InputError(
      'There are no vectors yet. Drop an .npz, .npy, .parquet or .jsonl file on the page, or enter their address.',
    );
  }
  const { input, sides, names = {}, remarks = [] } = await inputOf(opened, choices);
  for (const sentence of remarks) emit({ kind: 'caveat', sentence });
  for (const sentence of relevanceCaveats(input, sides)) emit({ kind: 'caveat', sentence });
  return {
    input,
    names,
    contents: contentsOf(names),
    data: {
      label: urls.length > 0 ? urls.join(' ') : opened.map(({ name }) => name).join(', '),
      sides,
      pairing: null,
      samplesAsked: null,
      samples: input.image.rows,
      texts: input.text.rows,
      images: input.image.rows,
      leftOut: [],
    },
    device: { name: 'none: the embeddings were given', adapter: null, threads: 1 },
  };
}

/** What the rows are called, where both sides are called something. */
function contentsOf({ textIds, captions, imageIds, itemTexts }: RowNames): Contents | null {
  if (!(textIds ?? captions) || !(imageIds ?? itemTexts)) return null;
  return { texts: [textIds, captions], images: [imageIds, itemTexts] };
}

const fetched = async (
  url: string,
  absolute: string,
  signal: AbortSignal,
  network: RunContext['network'],
): Promise<VectorFile> => ({
  name: baseName(url.replace(/[?#].*$/, '')),
  blob: await getBlob(absolute, signal, network),
});

/** The input that files make, and what they were taken for where the names are not the reference's. */
async function inputOf(
  opened: readonly VectorFile[],
  { arrays, sides: kinds }: Choices,
): Promise<{ input: EvaluationInput; sides: SideNames; names?: RowNames; remarks?: readonly string[] }> {
  const source = await openSource(opened);
  if (arrays === '' && opened.length === 1 && isOfReference(source)) {
    const { given, imageOf } = readEmbeddings(await bytesOf(opened[0].blob));
    const images = Object.values(given)[0].image.rows;
    const sides = sideNamesOf(...(chosenKinds(kinds) ?? (['text', 'image'] as const)));
    return { input: inputFromArrays(given, oneRelevantEach(imageOf, images)), sides };
  }
  const { given, pairs, textIds, imageIds, labels, sides, same, remarks } = await readVectors(
    source,
    parseArrays(arrays) ?? {},
    kinds,
  );
  const { text, image } = Object.values(given)[0];
  const names: RowNames = {
    ...(textIds && { textIds }),
    ...(labels.text && { captions: labels.text }),
    ...(imageIds && { imageIds }),
    ...(labels.image && { itemTexts: labels.image }),
  };
  const own = same && { queries: same.texts, items: same.images };
  const qrels = qrelsOfPairs(pairs, text.rows, image.rows);
  return { input: inputFromArrays(given, qrels, own), sides, names, remarks };
}

/** Whether a file's arrays have the names that the reference pipeline gives them. */
const isOfReference = ({ arrays }: ArraySource): boolean =>
  [/^text_\d+$/, /^video_\d+$/, /^ground_truth$/].every((pattern) =>
    arrays.some(({ name }) => pattern.test(name)),
  );

function qrelsOfPairs(pairs: RightPairs, texts: number, images: number): EvaluationInput['qrels'] {
  const { texts: queries, images: items, grades } = distinctPairs(pairs);
  const relevant = { queries, items, ...(grades && { grades: Float32Array.from(grades) }) };
  return qrelsFrom(relevant, texts, images);
}
