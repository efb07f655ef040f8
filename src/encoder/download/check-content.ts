import { FetchError } from '../../lib/errors';

/** The answer is not the requested file. */
export class WrongContentError extends FetchError {}

/**
 * Checks that the first bytes of an answer can be those of the requested file.
 * @throws WrongContentError that says what arrived instead: a web page, a JSON message, a Git LFS pointer
 */
export function checkContent(url: string, head: Uint8Array, contentType: string | null): void {
  const text = new TextDecoder().decode(head.subarray(0, 64)).trimStart().toLowerCase();
  if (contentType?.startsWith('text/html') || text.startsWith('<!doctype') || text.startsWith('<html')) {
    throw new WrongContentError(
      `${url} returned a web page instead of a file. Check that the address is a model’s folder, and that no sign-in page of this network (a hotel’s, a company’s) is in the way.`,
    );
  }
  if (text.startsWith('version https://git-lfs')) {
    throw new WrongContentError(
      `${url} is a Git LFS pointer instead of the weights: use the hub’s “resolve” address, or run “git lfs pull” in the served folder.`,
    );
  }
  const isJson = /^[{[]/.test(text);
  if (/\.onnx$/.test(url) && isJson) {
    throw new WrongContentError(`${url} returned a JSON message instead of weights: check the address.`);
  }
  if (/\.json$/.test(url) && !isJson) {
    throw new WrongContentError(`${url} is not JSON: check the address.`);
  }
}
