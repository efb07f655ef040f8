import type { Choices } from '../../protocol/choices';
import type { Figures } from '../../report/figures/figures-of-link';
import { fromFragment, toFragment } from '../link';
import { isOfFigures, readFigures } from './figures-link';
import { readView, VIEW_KEYS, writeView, type View } from './view-link';

type Parameters = readonly (readonly [string, string])[];

export const parametersOf = (fragment: string): Parameters => [
  ...new URLSearchParams(fragment.replace(/^#/, '')),
];
export const fragmentFrom = (parameters: Parameters): string =>
  new URLSearchParams(parameters as [string, string][]).toString();

/** The choices and what is in view, as the address bar shows them. */
export const addressOf = (state: View & { readonly choices: Choices }): string =>
  fragmentFrom([...parametersOf(toFragment(state.choices)), ...writeView(state)]);

/** What a link holds; what of it is not allowed is left out and named in `problems`. */
interface ReadLink {
  readonly choices: Choices;
  readonly view: View;
  readonly figures: Figures | null;
  readonly problems: readonly string[];
}

/** Reads the fragment of a link, which anybody may have written. */
export function readLink(fragment: string): ReadLink {
  const all = parametersOf(fragment);
  const isOfView = (key: string) => VIEW_KEYS.some((one) => one === key);
  const { choices, problems } = fromFragment(
    fragmentFrom(all.filter(([key]) => !isOfView(key) && !isOfFigures(key))),
  );
  const { view, problems: ofView } = readView(all);
  const hasFigures = all.some(([key]) => isOfFigures(key));
  const figures = hasFigures ? readFigures(all) : null;
  const ofFigures = hasFigures && !figures ? [DAMAGED] : [];
  return { choices, view, figures, problems: [...problems, ...ofView, ...ofFigures] };
}

const DAMAGED = 'the numbers that it carries are damaged and cannot be compared with those of a run.';
