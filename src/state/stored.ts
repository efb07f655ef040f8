import type { StorageUsage, StoredFile } from '../encoder/download/model-store';
import { messageOf } from '../lib/errors';
import { countVectors, deleteVectors } from '../storage/stored-vectors';
import { openModels } from '../storage/models';
import { countThumbnails, deleteThumbnails } from '../storage/thumbnails';
import { requestPersistence, isPersistent, storageUsage } from '../storage/quota';
import { pagePorts } from './page-ports';

/** What this page stores on this device. */
export interface Stored {
  /** False where this browser window stores no files. */
  readonly lasting: boolean;
  /** By model, the newest first. */
  readonly models: readonly StoredModelFiles[];
  readonly embeddings: number;
  /** Small pictures to show with results. */
  readonly thumbnails: number;
  /** Embeddings that storage did not take: they are kept until this page is closed. */
  readonly inMemory: number;
  /** Why stored embeddings cannot be read, a sentence; null where they can. */
  readonly trouble: string | null;
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
  const store = await openModels();
  const { embeddings, trouble } = await countVectors().then(
    (count) => ({ embeddings: count, trouble: null }),
    (error: unknown) => ({ embeddings: 0, trouble: messageOf(error) }),
  );
  return {
    lasting: store !== null,
    models: byModel((await store?.list()) ?? []),
    thumbnails: await countThumbnails().catch(() => 0),
    embeddings,
    inMemory: pagePorts.storage.visit.count(),
    trouble,
    storageUsage: await storageUsage(),
    isPersistent: await isPersistent(),
  };
}

export async function deleteFiles(files: readonly StoredFile[]): Promise<void> {
  const store = await openModels();
  for (const { url } of files) await store?.remove(url);
}

/** Deletes those in memory too, and the thumbnails beside them. */
export async function deleteEmbeddings(): Promise<void> {
  pagePorts.storage.visit.clear();
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
