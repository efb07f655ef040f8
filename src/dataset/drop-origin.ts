/** Where a file came from. */
export interface DropOrigin {
  /** What it was dropped as or in, by which a page may read it again at a later visit; null where the browser gives no handle. */
  readonly root: FileSystemHandle | null;
  /** The file's path, with the root's name first. */
  readonly path: string;
}

const origins = new WeakMap<File, DropOrigin>();

export const setOrigin = (file: File, origin: DropOrigin): void => void origins.set(file, origin);

/** Undefined for files that were neither dropped nor kept from an earlier visit. */
export const originOf = (file: File): DropOrigin | undefined => origins.get(file);

/** The path of a file that came in a folder, else its name. */
export const pathOf = (file: File): string => originOf(file)?.path ?? (file.webkitRelativePath || file.name);
