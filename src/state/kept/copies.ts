const copies = new WeakSet<File>();

/** Notes that a file is read from a copy in this browser. */
export const noteCopy = (file: File): void => void copies.add(file);

/** Whether a file is read from a copy in this browser. */
export const isCopy = (file: File): boolean => copies.has(file);
