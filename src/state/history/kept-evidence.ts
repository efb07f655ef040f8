import * as v from 'valibot';
import type { Qrels } from '../../kernels/contract/qrels';
import { APPLIED_PROJECTIONS, PRECISIONS } from '../../protocol/compression';
import type { RowNames } from '../../protocol/row-names';
import type { FirstRanks } from '../../retrieval/ranks/first-relevant';
import { bothDirections } from '../../retrieval/ranks/qrels';
import type { QueryRanks } from '../../sweep/results/query-ranks';
import type { Evidence } from '../lab-state';

/** What is kept of the queries of a run, and what it must look like to be shown again. */

const ids = v.exactOptional(v.array(v.union([v.number(), v.string()])));
const texts = v.exactOptional(v.array(v.string()));
const names: v.GenericSchema<unknown, RowNames> = v.object({
  textIds: ids,
  captions: texts,
  imageIds: ids,
  itemTexts: texts,
  fileNames: texts,
});

const qrels: v.GenericSchema<unknown, Qrels> = v.pipe(
  v.object({
    queries: v.number(),
    gallery: v.number(),
    offsets: v.instance(Uint32Array),
    items: v.instance(Uint32Array),
    grades: v.exactOptional(v.instance(Float32Array)),
  }),
  v.check(
    ({ queries, gallery, offsets, items, grades }) =>
      offsets.length === queries + 1 &&
      offsets[0] === 0 &&
      offsets.every((offset, i) => i === 0 || offset >= offsets[i - 1]) &&
      offsets[queries] === items.length &&
      items.every((item) => item < gallery) &&
      (!grades || grades.length === items.length),
  ),
);

const firstRanks: v.GenericSchema<unknown, FirstRanks> = v.object({
  higher: v.instance(Uint32Array),
  tied: v.instance(Uint32Array),
  sharing: v.exactOptional(v.instance(Uint16Array)),
});

const queryRanks: v.GenericSchema<unknown, QueryRanks> = v.object({
  dim: v.number(),
  projection: v.picklist(APPLIED_PROJECTIONS),
  precision: v.picklist(PRECISIONS),
  pool: v.number(),
  ranks: v.object({ textToImage: firstRanks, imageToText: firstRanks }),
});

/** Judgements of one direction alone: those of the other follow from them. */
const schema = v.object({ names, qrels, ranks: v.pipe(v.array(queryRanks), v.minLength(1)) });

type KeptEvidence = v.InferOutput<typeof schema>;

/** Numbers in memory of their own: what threads share cannot be stored. */
const own = <A extends Uint32Array | Uint16Array | Float32Array>(numbers: A): A => numbers.slice() as A;

/** The evidence of a run as it is stored; null where no cell of it has been measured. */
export function evidenceToKeep({ names: rowNames, qrels: both, ranks }: Evidence): KeptEvidence | null {
  if (ranks.length === 0) return null;
  const { queries, gallery, offsets, items, grades } = both.textToImage;
  const first = ({ higher, tied, sharing }: FirstRanks): FirstRanks => ({
    higher: own(higher),
    tied: own(tied),
    ...(sharing && { sharing: own(sharing) }),
  });
  return {
    names: rowNames,
    qrels: {
      queries,
      gallery,
      offsets: own(offsets),
      items: own(items),
      ...(grades && { grades: own(grades) }),
    },
    ranks: ranks.map((cell) => ({
      ...cell,
      ranks: { textToImage: first(cell.ranks.textToImage), imageToText: first(cell.ranks.imageToText) },
    })),
  };
}

/** Stored evidence; null where it is not what this version of the page stores, or damaged. */
export function parseKeptEvidence(value: unknown): Evidence | null {
  const { success, output } = v.safeParse(schema, value);
  if (!success) return null;
  const { queries, gallery } = output.qrels;
  const isWhole = ({ higher, tied, sharing }: FirstRanks, rows: number) =>
    higher.length === rows && tied.length === rows && (sharing?.length ?? rows) === rows;
  // Only then is the gallery as large as it says, so that memory for its other direction may be asked for.
  if (
    !output.ranks.every(
      ({ ranks: { textToImage, imageToText } }) =>
        isWhole(textToImage, queries) && isWhole(imageToText, gallery),
    )
  )
    return null;
  return { names: output.names, qrels: bothDirections(output.qrels), ranks: output.ranks };
}
