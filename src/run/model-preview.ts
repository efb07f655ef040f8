import { DEMO_MODEL, dtypesOf, filesOf, type ModelSpec } from '../encoder/catalogue/catalogue';
import { askAbout } from '../encoder/download/remote-file';
import { resolveDevice, type ResolvedDevice } from '../encoder/runtime/device';
import type { Choices } from '../protocol/choices';
import type { ModelDtype } from '../protocol/models';
import type { Dropped } from '../state/store';
import { openOpfs } from '../storage/opfs';
import { specOf } from './find-model';
import { dtypeOf } from './open-encoder';

/** A file of the chosen model before Run: its length, null where it is not known, and how much is stored. */
interface FilePreview {
  readonly name: string;
  readonly bytes: number | null;
  readonly stored: number;
}

/** What Run would do with the chosen model. */
export interface ModelPreview {
  readonly spec: ModelSpec;
  readonly device: ResolvedDevice;
  readonly dtype: ModelDtype;
  readonly offered: readonly ModelDtype[];
  readonly substitution: string | null;
  readonly files: readonly FilePreview[];
  /** True where nothing has to come from a host. */
  readonly isHere: boolean;
}

/** Lengths that hosts have told during this visit, by URL. */
const asked = new Map<string, number>();

/** Looks at the choices, the device and what is stored; asks no host. Throws the InputError of a choice that is not complete. */
export async function previewModel(choices: Choices, dropped: Dropped): Promise<ModelPreview> {
  const spec = specOf(choices, dropped);
  const device = await resolveDevice(choices.device);
  const { dtype, substitution } = dtypeOf(choices, spec, device);
  const store = await openOpfs();
  const files = await Promise.all(
    Object.values(filesOf(spec, dtype)).map(async (name) => {
      const url = spec.baseUrl + name;
      const stored = await store?.find(url);
      const bytes = stored?.total ?? spec.files[name]?.bytes ?? asked.get(url) ?? null;
      return { name, bytes, stored: stored?.bytes ?? 0 };
    }),
  );
  const isHere =
    choices.model === 'files' ||
    spec.id === DEMO_MODEL.id ||
    files.every(({ bytes, stored }) => bytes !== null && stored === bytes);
  return { spec, device, dtype, offered: dtypesOf(spec), substitution, files, isHere };
}

/**
 * The same with the lengths that only the host knows.
 * @throws FetchError where it does not have a file or does not answer
 */
export async function askSizes(outlook: ModelPreview, signal: AbortSignal): Promise<ModelPreview> {
  const files = await Promise.all(
    outlook.files.map(async (file) => {
      if (file.bytes !== null) return file;
      const url = outlook.spec.baseUrl + file.name;
      const { bytes } = await askAbout(url, signal);
      if (bytes !== null) asked.set(url, bytes);
      return { ...file, bytes };
    }),
  );
  return { ...outlook, files };
}

/** Bytes that Run would fetch, and how many files of unknown length beside them. */
export function toFetch({ files, isHere }: ModelPreview): { bytes: number; unknown: number } {
  if (isHere) return { bytes: 0, unknown: 0 };
  return {
    bytes: files.reduce((sum, { bytes, stored }) => sum + Math.max(0, (bytes ?? 0) - stored), 0),
    unknown: files.filter(({ bytes }) => bytes === null).length,
  };
}

/** Bytes of the graphs, held about twice while they run: as a file and as the runtime's weights. Null where one is not known. */
export function memoryNeeded({ files }: ModelPreview): number | null {
  const graphs = files.filter(({ name }) => name.endsWith('.onnx')).map(({ bytes }) => bytes);
  return graphs.includes(null) ? null : 2 * (graphs as number[]).reduce((a, b) => a + b, 0);
}
