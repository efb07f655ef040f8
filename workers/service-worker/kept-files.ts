import { ISOLATION_HEADERS } from '../../src/lib/isolation-headers';
import type { BuiltFile } from './built-file';

/** So many files are fetched at once, so that the page's own requests do not wait long. */
const AT_ONCE = 4;

interface Answer {
  readonly response: Response;
  /** Until the file is kept. */
  readonly stored: Promise<void>;
}

/**
 * The files of one version of the page, kept for use without a network. All versions share a cache, in which a file stands under its
 * path and revision: what a new version has not changed is not fetched again.
 */
export class KeptFiles {
  readonly #scope: string;
  readonly #files: ReadonlyMap<string, BuiltFile>;
  readonly #underWay = new Map<string, Promise<Answer>>();

  /** @param scope the address of the page's folder; other copies of the page on the same host have caches of their own */
  constructor(files: readonly BuiltFile[], scope: string) {
    this.#scope = scope;
    this.#files = new Map(files.map((file) => [file.path, file]));
  }

  /** The file that a request is for; undefined where it is for something else. */
  fileOf({ method, url }: Pick<Request, 'method' | 'url'>): BuiltFile | undefined {
    const [address] = url.split(/[?#]/);
    if (method !== 'GET' || !address.startsWith(this.#scope)) return undefined;
    const path = address.slice(this.#scope.length);
    return this.#files.get(path === 'index.html' ? '' : path);
  }

  /** The file as it is kept; where it is not yet, it is fetched, and kept meanwhile. @throws TypeError without a network */
  async answer(file: BuiltFile): Promise<Answer> {
    const key = this.#key(file);
    const cache = await this.#cache();
    const kept = await cache.match(key);
    if (kept) return { response: kept, stored: Promise.resolve() };
    let underWay = this.#underWay.get(key);
    if (!underWay) {
      underWay = fetchInto(cache, key, file, this.#scope);
      this.#underWay.set(key, underWay);
      const forget = () => this.#underWay.delete(key);
      underWay.then(({ stored }) => stored).then(forget, forget);
    }
    const { response, stored } = await underWay;
    return { response: response.clone(), stored };
  }

  /** Keeps those files that are not kept yet. @throws Error where one cannot be fetched or stored */
  async keep(wanted: (file: BuiltFile) => boolean): Promise<void> {
    const queue = [...this.#files.values()].filter(wanted);
    const line = async () => {
      for (let file = queue.shift(); file; file = queue.shift()) {
        const { response, stored } = await this.answer(file);
        if (!response.ok) throw new Error(`${response.url} answered ${response.status}.`);
        await stored;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, line));
  }

  /** The names of all files that are kept, of this version or another. */
  async keptNames(): Promise<ReadonlySet<string>> {
    const keys = await (await this.#cache()).keys();
    return new Set(keys.map(({ url }) => nameOf(url.split('?')[0].slice(this.#scope.length))));
  }

  /** Drops what belongs to other versions. */
  async dropOthers(): Promise<void> {
    const cache = await this.#cache();
    const own = new Set([...this.#files.values()].map((file) => this.#key(file)));
    const others = (await cache.keys()).filter(({ url }) => !own.has(url));
    await Promise.all(others.map((request) => cache.delete(request)));
  }

  #cache(): Promise<Cache> {
    return caches.open(`files of ${this.#scope}`);
  }

  #key({ path, revision }: BuiltFile): string {
    return new URL(`${path}?${revision}`, this.#scope).href;
  }
}

async function fetchInto(cache: Cache, key: string, { path }: BuiltFile, scope: string): Promise<Answer> {
  const response = await fetch(new URL(path, scope), {
    // A file that is named by its content cannot have changed since it was fetched last.
    cache: nameOf(path) === path ? 'no-cache' : 'default',
  });
  if (response.status !== 200) return { response, stored: Promise.resolve() };
  const whole = withHeaders(response);
  return { response: whole, stored: cache.put(key, whole.clone()) };
}

/** A path without the hash of the content. */
export const nameOf = (path: string): string => path.replace(/-[\w-]{8}(\.\w+)$/, '$1');

/** The response with the headers that isolate a page, and no memory of a redirect, which a page may not come from. */
const withHeaders = ({ body, status, statusText, headers }: Response): Response => {
  const all = new Headers(headers);
  for (const [name, value] of Object.entries(ISOLATION_HEADERS)) all.set(name, value);
  return new Response(body, { status, statusText, headers: all });
};
