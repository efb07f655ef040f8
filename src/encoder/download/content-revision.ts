import { sha256 } from '../../lib/sha256';
import type { ModelFileRole } from '../catalogue/model-files';
import type { StoredFile } from './model-store';

/** `sha256:…` over the hashes of a model's files. */
export async function contentRevision(
  files: Readonly<Record<ModelFileRole, Pick<StoredFile, 'sha256'>>>,
): Promise<string> {
  const { config, preprocessor, tokenizer, tokenizerConfig, vision, text } = files;
  const hashes = [config, preprocessor, tokenizer, tokenizerConfig, vision, text].map((file) => file.sha256);
  return `sha256:${await sha256(new TextEncoder().encode(hashes.join(' ')))}`;
}
