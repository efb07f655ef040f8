import { startEvaluators } from '../../workers/host';
import { Searches, type Found } from '../explore/searches';
import type { SearchJob } from '../sweep/engine/job';
import type { EvaluationInput } from '../sweep/plan/input';
import { currentVectors } from './run-controller';
import { labStore } from './store';

interface Opened {
  readonly input: EvaluationInput;
  readonly searches: Promise<Searches>;
  readonly terminate: () => void;
}

let opened: Opened | undefined;

/** The workers that search in the run on screen, started when first asked; undefined where its vectors are not in memory. */
function openSearches(): Promise<Searches> | undefined {
  const vectors = currentVectors();
  const { record } = labStore.getState().run;
  if (!vectors || !record) return undefined;
  const { input } = vectors;
  if (opened?.input === input) return opened.searches;
  opened?.terminate();
  const evaluators = startEvaluators();
  const searches = evaluators.open('cpu').then((pool) => new Searches(pool, input, record.sweep));
  opened = { input, searches, terminate: () => evaluators.terminate() };
  return searches;
}

/** Whether queries of the run on screen can be searched for: not after a reload, when its vectors are not in memory. */
export const canSearch = (): boolean => currentVectors() !== undefined;

/** The first k of a query under one cell of the run on screen; null where its vectors are not in memory. */
export async function searchRun(job: Omit<SearchJob, 'config'>): Promise<Found | null> {
  return (await openSearches())?.search(job) ?? null;
}
