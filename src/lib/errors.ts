/**
 * Errors a person can act on. Only `name`, `message` and `stack` survive a thread boundary, so the name, a literal
 * since minifying renames classes, tells the kinds apart, and the message alone says what happened and what to do.
 */
class LabError extends Error {
  constructor(message: string, cause?: unknown) {
    super(readable(message), cause === undefined ? undefined : { cause });
  }
}

/** A message as it can be shown: of one that names something endless, a column or a file, the middle is left out. */
function readable(message: string): string {
  const text = message.length > 1000 ? `${message.slice(0, 600)} … ${message.slice(-300)}` : message;
  // Names may hold, and a cut may leave, half of a character.
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** A file, value or setting from the person is unusable; the message says where. */
export class InputError extends LabError {
  override name = 'InputError';
}

/** One picture cannot be used and the run goes on without it. The message is the reason alone, without the picture's name. */
export class PictureError extends InputError {}

/** A URL could not be fetched; the message names the URL and the answer. */
export class FetchError extends LabError {
  override name = 'FetchError';
}

/** The address of a `FetchError` is at fault: it is wrong, or not for this page to read, so the answer stays the same. */
export class AddressError extends FetchError {
  override name = 'AddressError';
}

/** The chosen device or the browser cannot do what was asked. */
export class DeviceError extends LabError {
  override name = 'DeviceError';
}

/** The code that computes results is wrong on inputs with known answers, so none of its results may be shown. */
export class SelfTestError extends LabError {
  override name = 'SelfTestError';
}

/** True for an error whose message was written for the person and is complete. */
export const isExplained = (error: unknown): boolean => error instanceof LabError;

/** The kinds of errors that come back when nothing is changed but the time: all others a host, the device or storage may be rid of. */
const LASTING = ['InputError', 'AddressError', 'SelfTestError'];

/** Whether the same may go well when it is tried again; false where something must be changed first. */
export const mayPass = (error: unknown): boolean => !(error instanceof Error && LASTING.includes(error.name));

/** True for the error of an AbortSignal: the person cancelled, so it is never shown as an error. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** The sentence to show for anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
