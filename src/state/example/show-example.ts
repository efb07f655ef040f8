import { DEFAULT_CHOICES } from '../../protocol/choices';
import { toFragment } from '../link';
import { labStore } from '../store';

const RESULTS = 'demo/example.json';
const PICTURES = 'demo/example-pictures.json';

/** Shows the results of the demo that come with the page, where a visitor sees the demo's choices and no run of their own. */
export async function showExample(): Promise<void> {
  if (!mayBeShown()) return;
  const [results, pictures] = await Promise.all(
    [RESULTS, PICTURES].map((file) => fetch(file).catch(() => null)),
  );
  if (!results?.ok || !pictures?.ok) return;
  const [{ examplePictures }, { readResultsFile }, { openedRun }] = await Promise.all([
    import('./example-pictures'),
    import('../history/read-results-file'),
    import('../history/opened-run'),
  ]);
  const read = await readResultsFile(await results.blob(), 'example.json', new Date().toISOString());
  const run = { ...openedRun(read), status: 'idle' as const };
  const example = { run, pictures: examplePictures(await pictures.json()) };
  if (mayBeShown()) labStore.setState({ example, run });
}

function mayBeShown(): boolean {
  const { run, history, choices, linked } = labStore.getState();
  const isFirst = run.status === 'idle' && run.record === null && history.length === 0 && linked === null;
  return isFirst && toFragment(choices) === toFragment(DEFAULT_CHOICES);
}
