import type { Precision } from '../../protocol/compression';
import { spaceKey, type Space } from './spaces';

/** What vectors are stored as: a cell of a sweep but for its pools. */
export type Setting = Space & { readonly precision: Precision };

/** A setting by name: 512 none int4. */
export const cellKey = ({ precision, ...space }: Setting): string => `${spaceKey(space)} ${precision}`;
