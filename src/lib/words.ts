/** The words of a text that is looked for, in lower case. */
export const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/u).filter(Boolean);
