import type { ProjectionName } from '../../protocol/compression';
import type { Projection } from '../projection';
import { pca } from './pca';
import { random } from './random';
import { truncate } from './truncate';

/** Every way to reach a dimension. A new one is a file here, a line in this list and one in facts.ts. */
export const PROJECTIONS_BY_NAME: Readonly<Record<ProjectionName, Projection>> = { random, pca, truncate };
