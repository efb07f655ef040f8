import { FetchError } from '../../lib/errors';

/** What came is not the file that was asked for. */
export class WrongContentError extends FetchError {}

/**
 * Looks whether the first bytes of an answer can be those of the file that was asked for.
 * @throws WrongContentError that says what came instead: a web page, a message in JSON, a Git LFS pointer
 */
export function checkContent(url: string, head: Uint8Array, contentType: string | null): void {
  const text = new TextDecoder().decode(head.subarray(0, 64)).trimStart().toLowerCase();
  if (contentType?.startsWith('text/html') || text.startsWith('<!doctype') || text.startsWith('<html')) {
    throw new WrongContentError(
      `${url} answered with a web page instead of a file: is this the folder of a model? A hotel's or company's login page looks like this too.`,
    );
  }
  if (text.startsWith('version https://git-lfs')) {
    throw new WrongContentError(
      `${url} is a Git LFS pointer, not the weights it points to: use the hub's resolve address, or run "git lfs pull" in the folder that is served.`,
    );
  }
  const isJson = /^[{[]/.test(text);
  if (/\.onnx$/.test(url) && isJson) {
    throw new WrongContentError(
      `${url} answered with a message in JSON instead of weights: check the address.`,
    );
  }
  if (/\.json$/.test(url) && !isJson) {
    throw new WrongContentError(`${url} is not JSON: check the address.`);
  }
}
