import type { Host } from './host';

/**
 * Why a request got no answer that this page may read, as far as a page can find out. `forbidden`: the host answers, but
 * not to pages of other sites (CORS). `redirects`: it redirects, and no answer that this page may read lies at the end.
 * `unreachable`: offline, no such host, a refused connection.
 */
export type Obstacle = 'forbidden' | 'redirects' | 'unreachable';

/** How long a report of a blocked answer may take after the request has failed, milliseconds. */
const REPORT_DELAY = 100;

/**
 * Finds out why a request got no answer, with at most two more requests that read nothing. A host that was never readable
 * is not probed again once it seems to forbid it.
 */
export async function findObstacle(url: string, host: Host, signal: AbortSignal): Promise<Obstacle> {
  if (host.forbidden && !host.isReadable) return 'forbidden';
  // First of all: an isolated page is not given an unread redirect either, so that one would look like any other answer.
  if (await isRedirect(url, signal)) return 'redirects';
  const isAnswering = host.isReadable
    ? answersOtherSites(url, signal)
    : (host.answering ??= answersOtherSites(url, signal).finally(() => (host.answering = undefined)));
  if (!(await isAnswering)) return 'unreachable';
  host.forbidden ??= 'suspected';
  return 'forbidden';
}

const UNSEEN = {
  method: 'HEAD',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
} as const;

/** Whether the host answers a request whose answer is not read. */
async function answersOtherSites(url: string, signal: AbortSignal): Promise<boolean> {
  const blocked = watchBlocked(url);
  try {
    await fetch(url, { ...UNSEEN, mode: 'no-cors', signal });
    return true;
  } catch {
    signal.throwIfAborted();
    return await blocked.seen();
  } finally {
    blocked.end();
  }
}

/**
 * An isolated page is not given even an unread answer of a host that does not allow it (COEP); browsers that can observe
 * reports say so. Any such report means that the host has answered.
 */
function watchBlocked(url: string) {
  if (typeof ReportingObserver === 'undefined') return { seen: async () => false, end: () => undefined };
  const address = new URL(url).href.replace(/#.*/, '');
  let isBlocked = false;
  let wake = () => undefined as void;
  const observer = new ReportingObserver(
    (reports) => {
      // Chromium has this body's fields in its JSON alone.
      const urls = reports.map(
        ({ body }) => (JSON.parse(JSON.stringify(body)) as { blockedURL?: string } | null)?.blockedURL,
      );
      if (!urls.includes(address)) return;
      isBlocked = true;
      wake();
    },
    { types: ['coep'] },
  );
  observer.observe();
  return {
    async seen(): Promise<boolean> {
      if (!isBlocked) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, REPORT_DELAY);
        });
      }
      return isBlocked;
    },
    end: () => observer.disconnect(),
  };
}

/** Whether the URL redirects; only where this page may see that it does. */
async function isRedirect(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const { type, status } = await fetch(url, { ...UNSEEN, redirect: 'manual', signal });
    return type === 'opaqueredirect' || (status >= 300 && status < 400);
  } catch {
    signal.throwIfAborted();
    return false;
  }
}
