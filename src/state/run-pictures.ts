import { readThumbnails } from '../storage/thumbnails';
import { picturesOf } from './run-controller';
import { labStore } from './store';

interface Wanted {
  readonly fileName: string;
  readonly give: (picture: Blob | null) => void;
}

/** What is read together, since it was asked for at the same time. */
let wanted: Wanted[] = [];

/** The thumbnail of a picture of the run on screen; null where none is stored. */
export function thumbnailOf(fileName: string): Promise<Blob | null> {
  return new Promise((give) => {
    wanted.push({ fileName, give });
    if (wanted.length === 1) queueMicrotask(() => void answer());
  });
}

async function answer(): Promise<void> {
  const asked = wanted;
  wanted = [];
  const found = await thumbnails(asked.map(({ fileName }) => fileName)).catch(() => new Map<string, Blob>());
  for (const { fileName, give } of asked) give(found.get(fileName) ?? null);
}

async function thumbnails(fileNames: readonly string[]): Promise<ReadonlyMap<string, Blob>> {
  const hashes = await picturesOf(labStore.getState().run);
  return hashes ? readThumbnails(hashes, [...new Set(fileNames)]) : new Map();
}
