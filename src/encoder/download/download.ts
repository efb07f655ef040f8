import type { RetryPolicy } from '../../net/retry-policy';
import type { HostWait } from '../../net/waits';
import { isShared } from '../../lib/allocate';
import { DeviceError } from '../../lib/errors';
import type { ModelDtype } from '../../protocol/models';
import { filesOf, type ModelFileRole } from '../catalogue/model-files';
import type { FileFacts, ModelSpec } from '../catalogue/model-entry';
import { contentRevision } from './content-revision';
import { fetchFile } from './fetch-file';
import type { ModelStore, StoredFile } from './model-store';

/** A model's files in the form the encoder reads; the graphs may be in memory that all threads see. */
export interface ModelFiles {
  readonly vision: Uint8Array;
  readonly text: Uint8Array;
  readonly config: string;
  readonly preprocessor: string;
  readonly tokenizer: string;
  readonly tokenizerConfig: string;
}

/** Whether all threads see the graphs, so that they need not be read for each. */
export const areShared = ({ vision, text }: ModelFiles): boolean => isShared(vision) && isShared(text);

export interface DownloadProgress {
  /** Bytes present so far, over all files. */
  readonly received: number;
  /** Bytes of all files; zero while the length of any is unknown. */
  readonly total: number;
  /** Bytes that were stored before this download. */
  readonly stored: number;
  readonly file: string;
  /** What is waited for; null where nothing is. */
  readonly wait: HostWait | null;
  /** Present while another tab fetches this model, which is waited for. */
  readonly elsewhere?: true;
}

/** A model whose files are all stored, without their bytes. */
export interface StoredModel {
  readonly files: Readonly<Record<ModelFileRole, StoredFile>>;
  /** The pinned revision where every file was verified to belong to it, else `sha256:…` of the contents. */
  readonly revision: string;
  /** Caveats about these files, one sentence each. */
  readonly remarks: readonly string[];
}

/** A stored model, and whether it is kept after this visit. */
export interface DownloadedModel extends StoredModel {
  readonly lasting: boolean;
}

const UNKNOWN: FileFacts = { bytes: null, sha256: null };

/**
 * Fetches those files of a model that are not in the store yet, small ones first. The model's base URL must be absolute.
 * @throws FetchError, DeviceError as `fetchFile` does
 */
export async function downloadModel(
  spec: ModelSpec,
  dtype: ModelDtype,
  store: ModelStore,
  signal: AbortSignal,
  onProgress: (progress: DownloadProgress) => void,
  retry?: RetryPolicy,
): Promise<StoredModel> {
  const parts = Object.entries(filesOf(spec, dtype)) as [ModelFileRole, string][];
  const factsOf = (name: string): FileFacts => spec.files[name] ?? UNKNOWN;
  const totals = new Map(parts.map(([, name]) => [name, factsOf(name).bytes]));
  const received = new Map<string, number>();
  for (const [, name] of parts) {
    const known = await store.find(spec.baseUrl + name);
    received.set(name, known?.bytes ?? 0);
    totals.set(name, known?.total ?? totals.get(name) ?? null);
  }
  const stored = sum(received);
  const isKnown = () => [...totals.values()].every((total) => total !== null);
  const report = (file: string, wait: HostWait | null = null) =>
    onProgress({
      received: sum(received),
      total: isKnown() ? Math.max(sum(totals), sum(received)) : 0,
      stored: Math.min(stored, sum(received)),
      file,
      wait,
    });

  const files = {} as Record<ModelFileRole, StoredFile>;
  let unverified = false;
  for (const [part, name] of parts) {
    const wanted = {
      url: spec.baseUrl + name,
      name,
      model: spec.label,
      facts: factsOf(name),
      strict: spec.strict,
      // Within a visit a file is not checked again.
      pinned: spec.revision !== null || !store.lasting,
    };
    const attempt = () =>
      fetchFile(
        wanted,
        store,
        signal,
        ({ bytes, total, wait }) => {
          received.set(name, bytes);
          if (total !== null) totals.set(name, total);
          report(name, wait);
        },
        retry,
      );
    const fetched = await attempt().catch(async (error: unknown) => {
      if (!store.spill || store.spill.reasonOf(wanted.url) || !(error instanceof DeviceError)) throw error;
      await store.spill.move(wanted.url, error);
      return attempt();
    });
    files[part] = fetched.file;
    unverified ||= fetched.unverified;
    received.set(name, fetched.file.bytes);
    totals.set(name, fetched.file.bytes);
    report(name);
  }
  const { revision, remarks } = await namedBy(spec, files, unverified);
  return { files, revision, remarks: [...remarks, ...inMemory(Object.values(files), store)] };
}

/**
 * Reads the bytes of a model's files.
 * @param place puts a graph where it is to be
 */
export async function readModel(
  { files }: StoredModel,
  store: ModelStore,
  place: (graph: Uint8Array) => Uint8Array = (graph) => graph,
): Promise<ModelFiles> {
  const text = async (part: ModelFileRole) => new TextDecoder().decode(await store.read(files[part].url));
  return {
    config: await text('config'),
    preprocessor: await text('preprocessor'),
    tokenizer: await text('tokenizer'),
    tokenizerConfig: await text('tokenizerConfig'),
    text: place(await store.read(files.text.url)),
    vision: place(await store.read(files.vision.url)),
  };
}

/** Which files are not kept, and why. */
function inMemory(files: readonly StoredFile[], { spill }: ModelStore): string[] {
  const names = files.filter(({ url }) => spill?.reasonOf(url)).map(({ name }) => name);
  if (names.length === 0) return [];
  const reason = files.map(({ url }) => spill!.reasonOf(url)).find(Boolean);
  return [`Kept only until this page is closed: ${names.join(', ')}. ${reason}`];
}

async function namedBy(spec: ModelSpec, files: StoredModel['files'], unverified: boolean) {
  const known = Object.values(files).map((file) => [file, spec.files[file.name]?.sha256 ?? null] as const);
  const differing = known.filter(([file, hash]) => hash !== null && hash !== file.sha256);
  const verified = spec.revision !== null && known.every(([file, hash]) => hash === file.sha256);
  const revision = verified ? spec.revision! : await contentRevision(files);
  const remarks = [];
  if (differing.length > 0) {
    remarks.push(
      `The files at ${spec.baseUrl} differ from the pinned revision of ${spec.label} (${differing.map(([{ name }]) => name).join(', ')}): this run identifies the model by its content, ${revision}.`,
    );
  }
  if (unverified) {
    remarks.push(
      `${spec.baseUrl} did not respond, so its files could not be checked for changes: using the copies stored on ${files.vision.stored.slice(0, 10)}.`,
    );
  }
  return { revision, remarks };
}

const sum = (bytes: ReadonlyMap<string, number | null>): number =>
  [...bytes.values()].reduce<number>((a, b) => a + (b ?? 0), 0);
