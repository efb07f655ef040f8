import type { ModelDtype } from '../../protocol/models';

/** What is known about a file before it is fetched; null where it is unknown. */
export interface FileFacts {
  readonly bytes: number | null;
  readonly sha256: string | null;
}

/** The graphs of one dtype, by their paths in the model's folder. */
export interface Graphs {
  readonly vision: string;
  readonly text: string;
}

/** A dual encoder and what must be known to choose it. Everything else that differs between models is read from the model's own JSON files. */
export interface ModelEntry {
  /** Its name on the hub. */
  readonly id: string;
  readonly label: string;
  /** One line on why to choose it. */
  readonly why: string;
  /** The commit that pins the files; null where only their content identifies them. */
  readonly revision: string | null;
  /** Null where it is unknown until its files are read. */
  readonly dimension: number | null;
  readonly license: string | null;
  /** True where it was trained on drawn scenes only. */
  readonly drawnScenes: boolean;
  /** The dtypes it is offered in. */
  readonly graphs: Readonly<Partial<Record<ModelDtype, Graphs>>>;
  /** By path; nothing is known about a file that is absent here. */
  readonly files: Readonly<Record<string, FileFacts>>;
  /** A caveat for whoever chooses it; null where there is none. */
  readonly note: string | null;
}

/** An entry and the place its files are fetched from. */
export interface ModelSpec extends ModelEntry {
  /** The folder of its files, ending in a slash; relative to the page where it has no scheme. */
  readonly baseUrl: string;
  /** True where files that differ from the catalogue are refused: the hub whose files the catalogue describes. */
  readonly strict: boolean;
}
