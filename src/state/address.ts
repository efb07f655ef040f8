import { fromFragment, toFragment } from './link';
import { labStore, notify, setChoices } from './store';

/** How long choices rest before the address is written, in milliseconds: a browser refuses too many changes at once. */
const REST = 300;

/** Keeps the choices in the address, and takes those of an address that a person enters while the page is open. */
export function followAddress(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  labStore.subscribe(({ choices }, old) => {
    if (choices === old.choices) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const fragment = toFragment(labStore.getState().choices);
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

/** Takes the choices that the address holds; what it holds besides is said. */
export function takeAddress(): void {
  const { choices, problems } = fromFragment(location.hash);
  setChoices(() => choices);
  for (const problem of problems) notify(`Problem in the link: ${problem}`);
}
