import { toFragment } from './link';
import { addressOf, readLink } from './share/shared-link';
import { labStore, notify, takeLink } from './store';

/** How long choices and view rest before the address is written, in milliseconds: a browser refuses too many changes at once. */
const REST = 300;

/** What of the state the address holds. */
const IN_ADDRESS = ['choices', 'tab', 'shown', 'explorer'] as const;

/** Keeps the choices and the view in the address, and takes those of an address that a person enters while the page is open. */
export function followAddress(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  labStore.subscribe((state, old) => {
    if (IN_ADDRESS.every((part) => state[part] === old[part])) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const fragment = addressOf(labStore.getState());
      history.replaceState(
        history.state,
        '',
        fragment ? `#${fragment}` : location.pathname + location.search,
      );
    }, REST);
  });
  addEventListener('hashchange', () => {
    clearTimeout(timer);
    takeAddress();
  });
}

/** Takes what the address holds: choices, view and the figures of a run; what it holds besides is said. */
export function takeAddress(): void {
  const { choices, view, figures, problems } = readLink(location.hash);
  takeLink({ choices, ...view, linked: figures && { fragment: toFragment(choices), figures } });
  for (const problem of problems) notify(`Problem in the link: ${problem}`);
}
