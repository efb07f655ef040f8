import { InputError } from '../lib/errors';

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const hasControl = (text: string) => [...text].some((char) => char.codePointAt(0)! < 32);

/**
 * A picture's file name from outside, checked: a relative path of ordinary parts, so that it can be put behind a
 * base URL and never leads out of it.
 * @param place where the name stands, for the message: "images[3].file_name"
 * @throws InputError
 */
export function plainFileName(name: string, place: string): string {
  const parts = name.split('/');
  const plain =
    !name.includes('\\') &&
    !SCHEME.test(name) &&
    !hasControl(name) &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..');
  if (!plain) {
    throw new InputError(
      `${place} is ${JSON.stringify(name)}: a picture needs a plain relative name such as "000000000139.jpg", ` +
        'without "..", a leading "/", a backslash or "http:".',
    );
  }
  return name;
}

/** The last part of a path: what files, folders and zips are matched by. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

const PICTURE = /\.(jpe?g|png|webp|gif|bmp|avif)$/i;

/** True for a path that ends like a picture and is not a hidden file or macOS's shadow of one. */
export function isPicturePath(path: string): boolean {
  return PICTURE.test(path) && !baseName(path).startsWith('.');
}
