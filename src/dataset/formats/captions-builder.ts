import { InputError } from '../../lib/errors';
import type { LeftOutRecord } from '../../protocol/run-record';
import { requirePlainFileName } from '../file-name';
import type { Caption, Captions, Id, Picture } from '../types';

/**
 * Collects pictures and captions while a format is parsed, and enforces what holds for every captions file: ids and file
 * names are unique, captions are trimmed, empty captions are left out. `place` names the record in messages.
 */
export class CaptionsBuilder {
  private readonly pictures: Picture[] = [];
  private readonly captions: Caption[] = [];
  private readonly leftOut: LeftOutRecord[] = [];
  private readonly placeOfPicture = new Map<Id, string>();
  private readonly placeOfName = new Map<string, string>();
  private readonly placeOfCaption = new Map<Id, string>();
  private readonly separator: string;
  private trimmed = 0;

  /** @param separator stands between a record's place and its field in messages: "images[3].id", "row 3, id" */
  constructor(separator: string) {
    this.separator = separator;
  }

  hasPicture(id: Id): boolean {
    return this.placeOfPicture.has(id);
  }

  addPicture(picture: Picture, place: string, fileNameField: string): void {
    this.claim(this.placeOfPicture, picture.id, place, 'id');
    this.claim(this.placeOfName, picture.fileName, place, fileNameField);
    requirePlainFileName(picture.fileName, place + this.separator + fileNameField);
    this.pictures.push(picture);
  }

  addCaption(caption: Caption, place: string): void {
    this.claim(this.placeOfCaption, caption.id, place, 'id');
    const text = caption.text.trim();
    if (text === '') {
      this.leftOut.push({ id: caption.id, what: 'caption', reason: 'the caption is empty' });
      return;
    }
    if (text !== caption.text) this.trimmed++;
    this.captions.push({ ...caption, text });
  }

  build(): Captions {
    return {
      pictures: this.pictures,
      captions: this.captions,
      trimmed: this.trimmed,
      leftOut: this.leftOut,
    };
  }

  private claim<K extends Id>(places: Map<K, string>, key: K, place: string, field: string): void {
    const earlier = places.get(key);
    if (earlier !== undefined) {
      throw new InputError(
        `${place}${this.separator}${field} ${JSON.stringify(key)} is already used by ${earlier}: it must be unique.`,
      );
    }
    places.set(key, place);
  }
}
