import type { ProjectionName } from '../../protocol/compression';
import type { ProjectionFacts } from '../projection';

/** What a page says of each projection, apart from the code that computes it. */
export const PROJECTION_FACTS: Readonly<Record<ProjectionName, ProjectionFacts>> = {
  random: { label: 'random projection', changesBase: false, largest: () => Infinity },
  pca: { label: 'PCA', changesBase: true, largest: (base) => base },
  truncate: { label: 'truncation', changesBase: false, largest: (base) => base },
};
