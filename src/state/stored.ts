import type { StorageUsage, StoredFile } from '../encoder/download/model-store';
import { countVectors, deleteVectors } from '../storage/indexed-db';
import { openOpfs } from '../storage/opfs';
import { countThumbnails, deleteThumbnails } from '../storage/thumbnails';
import { requestPersistence, isPersistent, storageUsage } from '../storage/quota';

/** What this page stores on this device. */
export interface Stored {
  /** False where this browser window stores no files. */
  readonly lasting: boolean;
  /** By model, the newest first. */
  readonly models: readonly StoredModelFiles[];
  readonly embeddings: number;
  /** Small pictures to show with results. */
  readonly thumbnails: number;
  readonly storageUsage: StorageUsage | null;
  /** Whether the browser promised not to delete anything by itself; null where it does not say. */
  readonly isPersistent: boolean | null;
}

/** The files of one model, by the folder they came from. */
export interface StoredModelFiles {
  readonly label: string;
  readonly folder: string;
  readonly files: readonly StoredFile[];
}

export async function readStored(): Promise<Stored> {
  const store = await openOpfs();
  return {
    lasting: store !== null,
    models: byModel((await store?.list()) ?? []),
    embeddings: await countVectors(),
    thumbnails: await countThumbnails(),
    storageUsage: await storageUsage(),
    isPersistent: await isPersistent(),
  };
}

export async function deleteFiles(files: readonly StoredFile[]): Promise<void> {
  const store = await openOpfs();
  for (const { url } of files) await store?.remove(url);
}

/** Deletes embeddings and the thumbnails beside them. */
export async function deleteEmbeddings(): Promise<void> {
  await deleteVectors();
  await deleteThumbnails();
}
export { requestPersistence };

export function byModel(files: readonly StoredFile[]): StoredModelFiles[] {
  const groups = new Map<string, StoredFile[]>();
  const newestFirst = [...files].sort((a, b) => b.stored.localeCompare(a.stored));
  for (const file of newestFirst) {
    const folder = file.url.slice(0, -file.name.length);
    groups.set(folder, [...(groups.get(folder) ?? []), file]);
  }
  return [...groups].map(([folder, ofModel]) => ({ label: ofModel[0].model, folder, files: ofModel }));
}
