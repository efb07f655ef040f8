import { fileURLToPath } from 'node:url';

/** Files of this project by their path from its root. */
export const inProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
