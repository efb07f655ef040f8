import { transfer } from 'comlink';
import { projectSides } from '../src/compress/projection';
import { PROJECTIONS_BY_NAME } from '../src/compress/projections';
import { PROJECTION_FACTS } from '../src/compress/projections/facts';
import { plainArithmetic } from '../src/math/arithmetic';
import type { RowNames } from '../src/protocol/row-names';
import type { SweepConfig } from '../src/protocol/sweep-config';
import { embeddingsNpz, type EmbeddingSet } from '../src/report/files/embeddings';
import { vectorsNpz } from '../src/report/files/vectors-npz';
import { imagesParquet, textsParquet } from '../src/report/files/vectors-parquet';
import type { EvaluationInput } from '../src/sweep/plan/input';
import { spaceId, spacesOf } from '../src/sweep/plan/spaces';

type Axes = Pick<SweepConfig, 'projections' | 'dims'>;

/** The vectors of a run as they came and in the other spaces of its sweep. */
function inAllSpaces(
  { text, image, qrels, given = {} }: EvaluationInput,
  { projections, dims }: Axes,
): EmbeddingSet {
  const spaces = spacesOf(
    { projections, dims },
    { baseDim: text.cols, givenDims: Object.keys(given).map(Number) },
  );
  const projected = projections.flatMap((name) => {
    const { fit } = PROJECTIONS_BY_NAME[name];
    const own = spaces.filter(
      ({ projection, dim }) => projection === name && dim <= PROJECTION_FACTS[name].largest(text.cols),
    );
    const mapTo = fit(text, image, dims, plainArithmetic);
    return own.map((space) => [
      spaceId(space),
      projectSides(mapTo(space.dim), { text, image }, plainArithmetic.multiply),
    ]);
  });
  return { text, image, qrels, projected: { ...given, ...Object.fromEntries(projected) } };
}

const handedOver = (bytes: Uint8Array) =>
  transfer(bytes as Uint8Array<ArrayBuffer>, [bytes.buffer as ArrayBuffer]);

/** Lives in a thread that makes files too large for the main thread. */
export const exporter = {
  /** The bytes of `coco_embeddings.npz`, in the form of the reference pipeline. */
  referenceNpz: (input: EvaluationInput, axes: Axes) => handedOver(embeddingsNpz(inAllSpaces(input, axes))),
  /** The bytes of `embeddings.npz`. */
  npz: (input: EvaluationInput, names: RowNames, axes: Axes) =>
    handedOver(vectorsNpz(inAllSpaces(input, axes), names)),
  textsParquet: (input: EvaluationInput, names: RowNames) => handedOver(textsParquet(input, names)),
  imagesParquet: (input: EvaluationInput, names: RowNames) => handedOver(imagesParquet(input, names)),
};

export type Exporter = typeof exporter;
