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
  const { parseExample } = await import('./parse-example');
  const example = parseExample(await results.text(), await pictures.json(), new Date().toISOString());
  // Reading and drawing it are two tasks, so that a click waits for one of them at most.
  await new Promise((resolve) => setTimeout(resolve));
  if (mayBeShown()) labStore.setState({ example, run: example.run });
}

function mayBeShown(): boolean {
  const { run, history, choices, linked } = labStore.getState();
  const isFirst = run.status === 'idle' && run.record === null && history.length === 0 && linked === null;
  return isFirst && toFragment(choices) === toFragment(DEFAULT_CHOICES);
}
