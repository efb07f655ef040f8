const KEY = 'open-cards';

/** Whether a card of choices was left open. */
export const isCardOpen = (name: string): boolean => openCards().includes(name);

/** Remembers whether a card is open, for the next visit. Where the browser keeps nothing, it is forgotten. */
export function rememberCard(name: string, isOpen: boolean): void {
  const others = openCards().filter((one) => one !== name);
  try {
    localStorage.setItem(KEY, [...others, ...(isOpen ? [name] : [])].join(' '));
  } catch {
    // Storage is off.
  }
}

function openCards(): string[] {
  try {
    return (localStorage.getItem(KEY) ?? '').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}
