import type { ModelStore } from '../encoder/download/model-store';
import { openModelCache } from './cached-models';
import { openOpfs } from './opfs';

/** Where files of models outlast the visit, or null where this browser keeps none: some private windows, old browsers. */
export const openModels = async (): Promise<ModelStore | null> => (await openOpfs()) ?? openModelCache();
