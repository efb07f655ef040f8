import type { ModelDtype } from '../../protocol/models';

/** What is known of a file before it is fetched; null where it is not. */
export interface FileFacts {
  readonly bytes: number | null;
  readonly sha256: string | null;
}

/** The graphs of one dtype, by their paths in the model's folder. */
export interface Graphs {
  readonly vision: string;
  readonly text: string;
}

/** A dual encoder and what must be known to choose it. All else that differs between models comes from its own JSON files. */
export interface ModelEntry {
  /** As its hub names it. */
  readonly id: string;
  readonly label: string;
  /** One line of why. */
  readonly why: string;
  /** A commit that pins the files; null where only their content can tell. */
  readonly revision: string | null;
  /** Null where it is not known before its files are read. */
  readonly dimension: number | null;
  readonly license: string | null;
  /** True where it was trained on drawn scenes alone. */
  readonly drawnScenes: boolean;
  /** The dtypes it is offered in. */
  readonly graphs: Readonly<Partial<Record<ModelDtype, Graphs>>>;
  /** By path; a file that is not named here is not known. */
  readonly files: Readonly<Record<string, FileFacts>>;
  /** What a person must know of it; null where there is nothing. */
  readonly note: string | null;
}

/** An entry and the place its files are fetched from. */
export interface ModelSpec extends ModelEntry {
  /** The folder of its files, ending in a slash; relative to the page where it has no scheme. */
  readonly baseUrl: string;
  /** True where files that differ from the catalogue are refused: the hub whose files the catalogue describes. */
  readonly strict: boolean;
}
