import { baseName } from '../../lib/base-name';
import { InputError, messageOf } from '../../lib/errors';
import { headOfCaptions, type ReadingChoice } from '../formats/captions-formats';
import type { Splits } from '../formats/karpathy';
import { inspect, type Inspection } from '../inspect/inspect';
import type { RecordsHead } from '../records/read-records';
import type { LocalPicture } from '../sources/local';
import { missingFrom } from './missing-from';
import { openDropped, openPictures, type Dropped, type PairFiles } from './open-dropped';

/** What dropped files were taken for, in plain data. */
export interface DroppedInspection {
  /** As the page names the format of the captions; null where there are none, or they cannot be read. */
  readonly format: string | null;
  readonly inspection: Inspection | null;
  /** Pictures that were found, also where captions are missing. */
  readonly pictures: number;
  /** Of a file of records, also where its columns are not clear. */
  readonly head: RecordsHead | null;
  readonly splits: Splits | null;
  /** Why a run cannot begin; null where it can. */
  readonly problem: string | null;
  readonly thumbnails: readonly Thumbnail[];
}

export interface Thumbnail {
  readonly name: string;
  readonly picture: Blob;
}

const THUMBNAILS = 8;

/**
 * Looks at dropped files as a run would. What keeps a run from beginning is a sentence, not an error.
 * @param context tokens that the model reads of a caption
 */
export async function inspectDropped(
  files: PairFiles,
  choice: ReadingChoice,
  context: number,
): Promise<DroppedInspection> {
  const { signal } = new AbortController();
  try {
    const dropped = await openDropped(files, choice, signal);
    const { file, pictures } = dropped;
    const captions = file?.captions;
    const paths = pictures.map(({ path }) => path);
    const inspection = captions && captions.captions.length > 0 ? inspect(captions, paths, context) : null;
    return {
      format: file?.format ?? null,
      inspection,
      pictures: pictures.length,
      head: file?.head ?? null,
      splits: file?.splits ?? null,
      problem: missingFrom(dropped, files) ?? (inspection && noneMatched(inspection, dropped)),
      thumbnails: await thumbnails(
        pictures,
        new Set(captions?.pictures.map((one) => baseName(one.fileName))),
        signal,
      ),
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ...(await whatIsThere(files, choice)), problem: messageOf(error) };
  }
}

function noneMatched({ matched, named }: Inspection, { file, pictures }: Dropped): string | null {
  if (matched > 0) return null;
  return (
    `None of the ${named.toLocaleString('en')} pictures that the captions name was given: they have names such as ` +
    `${file!.captions.pictures[0].fileName}, and the given ones such as ${baseName(pictures[0].path)}.`
  );
}

/** What can be said of files of which one cannot be read. */
async function whatIsThere(
  files: PairFiles,
  choice: ReadingChoice,
): Promise<Omit<DroppedInspection, 'problem'>> {
  const head = files.captions
    ? await headOfCaptions(files.captions, files.captions.name, choice).catch(() => null)
    : null;
  const pictures = await openPictures(files).then(
    (found) => found.pictures.length,
    () => 0,
  );
  return { format: null, inspection: null, pictures, head, splits: null, thumbnails: [] };
}

/** The first pictures that the captions name and that can be read; where none is named, the first ones. */
async function thumbnails(
  pictures: readonly LocalPicture[],
  named: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Thumbnail[]> {
  const wanted = pictures.filter(({ path }) => named.size === 0 || named.has(baseName(path)));
  const read = await Promise.all(
    wanted.slice(0, THUMBNAILS).map(async ({ path, read }) => {
      const picture = await read(signal).catch(() => null);
      return picture ? [{ name: baseName(path), picture: new Blob([picture]) }] : [];
    }),
  );
  return read.flat();
}
