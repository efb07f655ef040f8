import { startEvaluators } from '../../workers/host';
import { Searches, type Found } from '../explore/searches';
import type { SearchJob } from '../sweep/engine/job';
import type { EvaluationInput } from '../sweep/plan/input';
import { vectorsOnScreen } from './reopen/vectors-on-screen';
import { labStore } from './store';

interface Opened {
  readonly input: EvaluationInput;
  readonly searches: Promise<Searches>;
  readonly terminate: () => void;
}

let opened: Opened | undefined;

/** The workers that search in the run on screen, started when first asked. */
async function openSearches(): Promise<Searches> {
  const { record } = labStore.getState().run;
  if (!record) throw new TypeError('No run is on screen.');
  const input = await vectorsOnScreen();
  if (opened?.input === input) return opened.searches;
  opened?.terminate();
  const evaluators = startEvaluators();
  const searches = evaluators.open('cpu').then((pool) => new Searches(pool, input, record.sweep));
  opened = { input, searches, terminate: () => evaluators.terminate() };
  return searches;
}

/** The first k of a query under one cell of the run on screen; throws as `vectorsOnScreen` does. */
export async function searchRun(job: Omit<SearchJob, 'config'>): Promise<Found> {
  return (await openSearches()).search(job);
}
