import { DEFAULT_CHOICES } from '../../protocol/choices';
import { toFragment } from '../link';
import { labStore } from '../store';

const FILE = 'demo/example.json';

/** Shows the results of the demo that come with the page, where a visitor sees the demo's choices and no run of their own. */
export async function showExample(): Promise<void> {
  if (!mayBeShown()) return;
  const response = await fetch(FILE).catch(() => null);
  if (!response?.ok) return;
  const [json, { parseExample }] = await Promise.all([
    response.json() as Promise<unknown>,
    import('./parse-example'),
  ]);
  const example = parseExample(json, new Date().toISOString());
  if (mayBeShown()) labStore.setState({ example, run: example.run });
}

function mayBeShown(): boolean {
  const { run, history, choices, linked } = labStore.getState();
  const isFirst = run.status === 'idle' && run.record === null && history.length === 0 && linked === null;
  return isFirst && toFragment(choices) === toFragment(DEFAULT_CHOICES);
}
