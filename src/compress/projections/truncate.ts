import type { Projection } from '../projection';

/** The first components, for models trained so that a prefix is itself an embedding (Matryoshka; Kusupati 2022). */
export const truncate: Projection = {
  name: 'truncate',
  label: 'truncation',
  changesBase: false,
  largest: (base) => base,
  fit: () => (dim) => ({ dim }),
};
