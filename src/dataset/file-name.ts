import { baseName } from '../lib/base-name';
import { InputError } from '../lib/errors';

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const hasControlCharacter = (text: string) => [...text].some((char) => char.codePointAt(0)! < 32);

/**
 * Requires a relative path of ordinary parts, so that a picture's file name can be appended to a base URL and never
 * leads out of it.
 * @param place names the field in the message: "images[3].file_name"
 * @throws InputError
 */
export function requirePlainFileName(name: string, place: string): void {
  const parts = name.split('/');
  const plain =
    !name.includes('\\') &&
    !SCHEME.test(name) &&
    !hasControlCharacter(name) &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..');
  if (!plain) {
    throw new InputError(
      `${place} is ${JSON.stringify(name)}: a picture needs a plain relative name such as "000000000139.jpg", ` +
        'without "..", a leading "/", a backslash or "http:".',
    );
  }
}

/** The extension in lower case, without its dot; undefined where there is none. */
export function extensionOf(path: string): string | undefined {
  return /\.([a-z0-9]+)$/i.exec(path)?.[1].toLowerCase();
}

const PICTURE = /\.(jpe?g|png|webp|gif|bmp|avif)$/i;

/** True for a path with a picture's extension, except hidden files such as macOS's "._a.jpg". */
export function isPicturePath(path: string): boolean {
  return PICTURE.test(path) && !baseName(path).startsWith('.');
}

/** Whether a file may hold the captions of the picture that it stands beside, as `000.txt` does beside `000.jpg`. */
export const isBeside = (path: string): boolean =>
  /\.(txt|json)$/i.test(path) && !baseName(path).startsWith('.');

/** The path without the extension, by which a picture and its captions find each other. */
export const stemOf = (path: string): string => path.replace(/\.[^./]*$/, '');
