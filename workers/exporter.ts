import { transfer } from 'comlink';
import { projectSides } from '../src/compress/projection';
import { PROJECTIONS_BY_NAME } from '../src/compress/projections';
import { plainArithmetic } from '../src/math/arithmetic';
import type { SweepConfig } from '../src/protocol/sweep-config';
import { embeddingsNpz } from '../src/report/files/embeddings';
import type { EvaluationInput } from '../src/sweep/plan/input';
import { spaceId, spacesOf } from '../src/sweep/plan/spaces';

/** Lives in a thread that makes files too large for the main thread. */
export const exporter = {
  /** The bytes of `coco_embeddings.npz`: the vectors as they came and in the other spaces of a sweep. */
  embeddings(
    { text, image, imageOf }: Pick<EvaluationInput, 'text' | 'image' | 'imageOf'>,
    { projections, dims }: Pick<SweepConfig, 'projections' | 'dims'>,
  ): Uint8Array<ArrayBuffer> {
    const spaces = spacesOf({ projections, dims }, { baseDim: text.cols });
    const projected = Object.fromEntries(
      projections.flatMap((name) => {
        const { fit, largest } = PROJECTIONS_BY_NAME[name];
        const own = spaces.filter(({ projection, dim }) => projection === name && dim <= largest(text.cols));
        const mapTo = fit(text, image, dims, plainArithmetic);
        return own.map((space) => [
          spaceId(space),
          projectSides(mapTo(space.dim), { text, image }, plainArithmetic.multiply),
        ]);
      }),
    );
    const bytes = embeddingsNpz({ text, image, imageOf, projected }) as Uint8Array<ArrayBuffer>;
    return transfer(bytes, [bytes.buffer]);
  },
};

export type Exporter = typeof exporter;
