import { DEMO_MODEL } from '../../encoder/catalogue/catalogue';
import { dtypesOf, filesOf } from '../../encoder/catalogue/model-files';
import type { ModelSpec } from '../../encoder/catalogue/model-entry';
import type { ResolvedDevice } from '../../encoder/runtime/device';
import type { ModelDtype } from '../../protocol/models';
import type { Ports } from '../ports';
import type { RunRequest } from '../request';
import { chooseDtype } from './choose-dtype';
import { modelSpecOf } from './model-spec';

/** A file of the chosen model before a run: its length in bytes, null where unknown, and how many are stored. */
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
  /** Why `dtype` is not the chosen one; null where it is. */
  readonly fallback: string | null;
  readonly files: readonly FilePreview[];
  /** True where nothing has to be downloaded. */
  readonly isHere: boolean;
}

/** Lengths that hosts reported during this visit, by URL. */
export const reported = new Map<string, number>();

/**
 * Previews the chosen model from the choices, the device and what is stored; contacts no host.
 * @throws InputError where the choice is incomplete
 */
export async function previewModel(
  request: RunRequest,
  { browser, models }: Pick<Ports, 'browser' | 'models'>,
): Promise<ModelPreview> {
  const spec = modelSpecOf(request, (url) => browser.absolute(url));
  const device = await browser.resolveDevice(request.choices.device);
  const { dtype, fallback } = chooseDtype(request.choices, spec, device);
  const files = await Promise.all(
    Object.values(filesOf(spec, dtype)).map(async (name) => {
      const url = spec.baseUrl + name;
      const stored = await models.find(url);
      const bytes = stored?.total ?? spec.files[name]?.bytes ?? reported.get(url) ?? null;
      return { name, bytes, stored: stored?.bytes ?? 0 };
    }),
  );
  const isHere =
    request.choices.model === 'files' ||
    spec.id === DEMO_MODEL.id ||
    files.every(({ bytes, stored }) => bytes !== null && stored === bytes);
  return { spec, device, dtype, offered: dtypesOf(spec), fallback, files, isHere };
}

/** Bytes that Run would download, and the number of further files of unknown length. */
export function toFetch({ files, isHere }: ModelPreview): { bytes: number; unknown: number } {
  if (isHere) return { bytes: 0, unknown: 0 };
  return {
    bytes: files.reduce((sum, { bytes, stored }) => sum + Math.max(0, (bytes ?? 0) - stored), 0),
    unknown: files.filter(({ bytes }) => bytes === null).length,
  };
}

/** Bytes that the graphs need while they run, held twice: as a file and as the runtime's weights. Null where a length is unknown. */
export function memoryNeeded({ files }: ModelPreview): number | null {
  const graphs = files.filter(({ name }) => name.endsWith('.onnx')).map(({ bytes }) => bytes);
  return graphs.includes(null) ? null : 2 * (graphs as number[]).reduce((a, b) => a + b, 0);
}
