import { transfer } from 'comlink';
import { projectSides } from '../src/compress/projection';
import { PROJECTIONS_BY_NAME } from '../src/compress/projections';
import { plainArithmetic } from '../src/math/arithmetic';
import type { SweepConfig } from '../src/protocol/sweep-config';
import { embeddingsNpz } from '../src/report/files/embeddings';
import type { EvaluationInput } from '../src/sweep/plan/input';

/** Lives in a thread that makes files too large for the main thread. */
export const exporter = {
  /** The bytes of `coco_embeddings.npz`: the vectors at their own dimension and projected to the others of a sweep. */
  embeddings(
    { text, image, imageOf }: Pick<EvaluationInput, 'text' | 'image' | 'imageOf'>,
    { projection, dims }: Pick<SweepConfig, 'projection' | 'dims'>,
  ): Uint8Array<ArrayBuffer> {
    const { fit, largest } = PROJECTIONS_BY_NAME[projection];
    const wanted = dims.filter((dim) => dim !== text.cols && dim <= largest(text.cols));
    const mapTo = fit(text, image, wanted, plainArithmetic);
    const projected = Object.fromEntries(
      wanted.map((dim) => [dim, projectSides(mapTo(dim), { text, image }, plainArithmetic.multiply)]),
    );
    const bytes = embeddingsNpz({ text, image, imageOf, projected }) as Uint8Array<ArrayBuffer>;
    return transfer(bytes, [bytes.buffer]);
  },
};

export type Exporter = typeof exporter;
