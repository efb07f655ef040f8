import { probe } from '../../net/probe';
import type { Asking } from './coco-source';

const JPEG = '\xFF\xD8\xFF';
const ZIP = 'PK\x03\x04';

/**
 * Why one of several files cannot be read or is not what it should be; null where all can. A host may hold a part of the pictures, so
 * one that is not there says nothing.
 */
async function whyNot(
  files: readonly {
    readonly url: string;
    readonly what: string;
    readonly is: RegExp;
    readonly mayMiss?: boolean;
  }[],
  { signal, policy }: Asking,
): Promise<string | null> {
  for (const { url, what, is, mayMiss = false } of files) {
    const found = await probe(url, signal, policy);
    if ('why' in found && found.status === 404 && mayMiss) continue;
    if ('why' in found) return `${what}: ${found.why}`;
    if (!is.test(String.fromCharCode(...found.head)))
      return `${what}: the host sent something else in its place`;
  }
  return null;
}

/** The picture by which a host is judged: the first of val2017. */
const FIRST_PICTURE = '000000000139.jpg';

/** Why the pictures below a folder, or the captions, cannot be read; null where they can. */
export function whyNotReadable(
  pictures: string,
  captions: { readonly url: string; readonly kind: 'json' | 'zip' },
  asking: Asking,
): Promise<string | null> {
  const isCaptions = captions.kind === 'zip' ? new RegExp(`^${ZIP}`) : /^\s*\{/;
  return whyNot(
    [
      { url: captions.url, what: captions.url.split('/').at(-1)!, is: isCaptions },
      { url: `${pictures}${FIRST_PICTURE}`, what: FIRST_PICTURE, is: new RegExp(`^${JPEG}`), mayMiss: true },
    ],
    asking,
  );
}
