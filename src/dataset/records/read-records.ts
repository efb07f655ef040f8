import { InputError } from '../../lib/errors';
import { CaptionsBuilder } from '../formats/captions-builder';
import type { Captions } from '../types';
import { findColumns, LOOKED_AT, requireColumns, type ChosenColumns, type FoundColumns } from './columns';
import { columnsOf, previewOf, type RecordsPreview } from './preview';
import type { PairRecord } from './record';
import type { RecordFormat } from './record-format';

/** The first records of a file, and what its columns were taken for. */
export interface RecordsHead {
  readonly preview: RecordsPreview;
  readonly found: FoundColumns;
}

/**
 * The first records of a file alone.
 * @throws InputError where there are none, or what the format throws
 */
export async function readHead(
  format: RecordFormat,
  file: Blob,
  name: string,
  chosen: ChosenColumns,
): Promise<RecordsHead> {
  const first: PairRecord[] = [];
  for await (const records of format.read(file, name)) {
    first.push(...records.slice(0, LOOKED_AT));
    if (first.length >= LOOKED_AT) break;
  }
  return headOfRecords(first, name, chosen);
}

/**
 * The captions of a file of records. A picture's id is its file name; a caption's id is its `id` field, or the number of its
 * record, from 1, with `#1`, `#2`, … where the record has several captions.
 * @throws InputError that names the missing column or the record
 */
export async function captionsOfRecords(
  format: RecordFormat,
  file: Blob,
  name: string,
  chosen: ChosenColumns,
  signal?: AbortSignal,
): Promise<{ readonly captions: Captions; readonly head: RecordsHead }> {
  const records = format.read(file, name);
  const begun: PairRecord[] = [];
  while (begun.length < LOOKED_AT) {
    const { done, value } = await records.next();
    if (done) break;
    begun.push(...value);
  }
  const head = headOfRecords(begun, name, chosen);
  const collector = new Collector(head, name, chosen);
  collector.add(begun);
  for await (const more of records) {
    signal?.throwIfAborted();
    collector.add(more);
  }
  return { captions: collector.builder.build(), head };
}

function headOfRecords(records: readonly PairRecord[], name: string, chosen: ChosenColumns): RecordsHead {
  if (records.length === 0) throw new InputError(`${name} has no records: there is nothing to measure.`);
  const first = records.slice(0, LOOKED_AT);
  return { preview: previewOf(first), found: findColumns(columnsOf(first), first, chosen) };
}

/** Turns records into captions. */
class Collector {
  readonly builder = new CaptionsBuilder(', ');
  private readonly image: string;
  private readonly caption: string;
  private readonly id: string | undefined;
  private number = 0;

  constructor({ preview: { columns }, found }: RecordsHead, name: string, chosen: ChosenColumns) {
    const { image, caption } = requireColumns(found, columns, chosen, name);
    this.image = image.name;
    this.caption = caption.name;
    this.id = columns.find((column) => column.toLowerCase() === 'id');
  }

  add(records: readonly PairRecord[]): void {
    for (const { place, fields } of records) {
      const imageId = required(fields, this.image, place);
      if (typeof imageId !== 'string') {
        throw new InputError(`${place}, ${this.image} is a list: a record names one picture.`);
      }
      const texts = [required(fields, this.caption, place)].flat();
      if (!this.builder.hasPicture(imageId)) {
        this.builder.addPicture({ id: imageId, fileName: imageId }, place, this.image);
      }
      this.number++;
      const given = this.id === undefined ? undefined : fields.get(this.id);
      const id = typeof given === 'string' ? given : this.number;
      texts.forEach((text, i) => {
        this.builder.addCaption({ id: texts.length === 1 ? id : `${id}#${i + 1}`, imageId, text }, place);
      });
    }
  }
}

function required(fields: PairRecord['fields'], column: string, place: string) {
  const value = fields.get(column);
  if (value === undefined) throw new InputError(`${place} has no ${column}.`);
  return value;
}
