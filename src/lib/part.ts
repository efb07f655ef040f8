import { FetchError } from './errors';

/**
 * A part of the page's code that is fetched when it is first needed.
 * @throws FetchError with what to do where it cannot be fetched
 */
export async function part<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading;
  } catch (error) {
    throw new FetchError(NOT_LOADED, error);
  }
}

const NOT_LOADED =
  'A part of this page could not be loaded: the connection failed, or the host has a newer version by now. Reload the page.';
