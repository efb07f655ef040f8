import { InputError } from '../../lib/errors';
import { parseJson } from '../../lib/json';
import type { ChosenColumns } from '../records/columns';
import { jsonLines } from '../records/json-lines';
import { jsonList } from '../records/json-list';
import { captionsOfRecords, readHead, type RecordsHead } from '../records/read-records';
import type { RecordFormat } from '../records/record-format';
import { table } from '../records/table';
import { decodeText } from '../text/decode-text';
import { headOf } from '../text/text-chunks';
import type { Captions } from '../types';
import { extensionOf } from '../file-name';
import { cocoCaptions } from './coco';
import { isKarpathy, karpathyCaptions, type Splits } from './karpathy';

/** How a captions file is to be read, where it leaves a choice. */
export interface ReadingChoice extends ChosenColumns {
  /** Of a Karpathy file. */
  readonly split: string;
}

/** A captions file and what it was taken for. */
export interface CaptionsFile {
  readonly captions: Captions;
  /** As the page names the format. */
  readonly format: string;
  /** Of a Karpathy file. */
  readonly splits?: Splits;
  /** Of a file of records. */
  readonly head?: RecordsHead;
}

/** One JSON object: COCO's captions or a Karpathy file. */
const JSON_OBJECT = { extensions: ['json'], looksLike: (head: string) => /^\s*\{/.test(head) };

/** Every format of captions files, in the order in which they are tried; the last one takes what no other recognises. */
const FORMATS: readonly (RecordFormat | typeof JSON_OBJECT)[] = [jsonLines, jsonList, JSON_OBJECT, table];

/** File name endings of captions files, in lower case and without the dot. */
export const CAPTIONS_EXTENSIONS: ReadonlySet<string> = new Set(
  FORMATS.flatMap((format) => format.extensions),
);

/**
 * Reads a captions file of any format: chosen by the extension, and by the first characters where that leaves a choice. Files of
 * records are read a piece at a time.
 * @param name the name of the file, also in messages
 * @throws InputError
 */
export async function readCaptionsFile(
  file: Blob,
  name: string,
  choice: ReadingChoice,
  signal?: AbortSignal,
): Promise<CaptionsFile> {
  const format = await formatOf(file, name);
  if (!('read' in format)) return objectCaptions(parseJson(await decodeText(file, name), name), name, choice);
  return { format: format.label, ...(await captionsOfRecords(format, file, name, choice, signal)) };
}

/** The first records of a captions file; null where it is not one of records. Throws as `readCaptionsFile` does. */
export async function headOfCaptions(
  file: Blob,
  name: string,
  choice: ReadingChoice,
): Promise<RecordsHead | null> {
  const format = await formatOf(file, name);
  return 'read' in format ? readHead(format, file, name, choice) : null;
}

async function formatOf(file: Blob, name: string) {
  const extension = extensionOf(name);
  const named = FORMATS.filter(({ extensions }) => extension !== undefined && extensions.includes(extension));
  const candidates = named.length > 0 ? named : FORMATS;
  if (candidates.length === 1) return candidates[0];
  const head = await headOf(file);
  return candidates.find((candidate) => candidate.looksLike(head)) ?? candidates.at(-1)!;
}

function objectCaptions(json: unknown, name: string, { split }: ReadingChoice): CaptionsFile {
  try {
    if (!isKarpathy(json)) return { captions: cocoCaptions(json), format: 'COCO captions' };
    return { ...karpathyCaptions(json.images, split), format: 'Karpathy’s splits' };
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`${name}: ${error.message}`, error);
    throw error;
  }
}
