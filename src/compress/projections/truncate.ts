import type { Projection } from '../projection';

/** The first components, for models trained so that a prefix is itself an embedding (Matryoshka; Kusupati 2022). */
export const truncate: Projection = {
  fit: () => (dim) => ({ dim }),
};
