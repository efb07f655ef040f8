import { probeFile } from '../../encoder/download/remote-file';
import { reported, type ModelPreview } from './model-preview';

/**
 * A preview with the lengths that only the host knows.
 * @throws FetchError where it does not have a file or does not answer
 */
export async function askSizes(preview: ModelPreview, signal: AbortSignal): Promise<ModelPreview> {
  const files = await Promise.all(
    preview.files.map(async (file) => {
      if (file.bytes !== null) return file;
      const url = preview.spec.baseUrl + file.name;
      const { bytes } = await probeFile(url, signal);
      if (bytes !== null) reported.set(url, bytes);
      return { ...file, bytes };
    }),
  );
  return { ...preview, files };
}
