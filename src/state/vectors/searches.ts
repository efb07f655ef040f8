import { startEvaluators } from '../../../workers/host';
import { isSameCell, type CellGeometry, type DirectedCell } from '../../sweep/results/cell-geometry';
import { Searches, type Found } from '../../explore/searches';
import type { Direction } from '../../protocol/direction';
import type { SearchJob } from '../../sweep/engine/job';
import type { EvaluationInput } from '../../sweep/plan/input';
import { vectorsOnScreen } from '../reopen/vectors-on-screen';
import { addGeometry, labStore } from '../store';

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

/** Items among which it is counted how often each stands. */
const HUBS_K = 10;

/** How the vectors of the run on screen lie under one cell, worked out once. */
export async function measureGeometry(cell: DirectedCell): Promise<CellGeometry> {
  const known = labStore.getState().evidence?.geometry?.find((one) => isSameCell(one, cell));
  if (known) return known;
  const searches = await openSearches();
  const [hubness, geometry] = await Promise.all([searches.hubs(cell, HUBS_K), searches.geometry(cell)]);
  const { dim, projection, precision, direction } = cell;
  const measured = { dim, projection, precision, direction, hubness, geometry };
  addGeometry(measured);
  return measured;
}

/** By how much each query of the run on screen scores its best right item above the best other, by the untouched vectors. */
export async function marginsOfRun(direction: Direction): Promise<Float64Array> {
  return (await openSearches()).margins(direction);
}
