import { inspectDropped } from '../src/dataset/dropped/inspect-dropped';

/** Lives in a thread that looks at dropped files, so that large ones do not hold up the page. */
export const inspector = { inspect: inspectDropped };

export type Inspector = typeof inspector;
