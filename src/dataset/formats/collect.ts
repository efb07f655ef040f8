import { InputError } from '../../lib/errors';
import { plainFileName } from '../file-name';
import type { Caption, Captions, Id, LeftOutRecord, Picture } from '../types';

/**
 * Gathers pictures and captions as a reader meets them and holds what every captions file must keep: ids and file
 * names once each, captions trimmed, empty captions left out. `place` names the record in every error.
 */
export class Collector {
  private readonly pictures: Picture[] = [];
  private readonly captions: Caption[] = [];
  private readonly leftOut: LeftOutRecord[] = [];
  private readonly placeOfPicture = new Map<Id, string>();
  private readonly placeOfName = new Map<string, string>();
  private readonly placeOfCaption = new Map<Id, string>();
  private trimmed = 0;

  hasPicture(id: Id): boolean {
    return this.placeOfPicture.has(id);
  }

  addPicture(picture: Picture, place: string, fileNameField: string): void {
    claim(this.placeOfPicture, picture.id, place, 'id');
    claim(this.placeOfName, picture.fileName, place, fileNameField);
    plainFileName(picture.fileName, `${place}.${fileNameField}`);
    this.pictures.push(picture);
  }

  addCaption(caption: Caption, place: string): void {
    claim(this.placeOfCaption, caption.id, place, 'id');
    const text = caption.text.trim();
    if (text === '') {
      this.leftOut.push({ id: caption.id, what: 'caption', reason: 'the caption is empty' });
      return;
    }
    if (text !== caption.text) this.trimmed++;
    this.captions.push({ ...caption, text });
  }

  finish(): Captions {
    return {
      pictures: this.pictures,
      captions: this.captions,
      trimmed: this.trimmed,
      leftOut: this.leftOut,
    };
  }
}

function claim<K extends Id>(places: Map<K, string>, key: K, place: string, field: string): void {
  const earlier = places.get(key);
  if (earlier !== undefined) {
    throw new InputError(
      `${place}.${field} ${JSON.stringify(key)} is also that of ${earlier}: each may stand once.`,
    );
  }
  places.set(key, place);
}
