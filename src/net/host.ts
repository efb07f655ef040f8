import type { RetryPolicy } from './retry-policy';
import type { HostWait } from './waits';
import { abortable } from './abortable';

/** As many requests as browsers keep open to a host over HTTP/1.1. */
const MAX_REQUESTS = 6;

/** A host: what this thread knows of it, and whose turn it is to ask it. */
export class Host {
  readonly name: string;
  /** True once an answer of it could be read: what fails later is then about one address, not about the host. */
  isReadable = false;
  /** Whether it answers, but was never readable: suspected after one probe, certain after one more failed request. */
  forbidden: 'suspected' | 'certain' | undefined;
  /** Whether it answers requests that read nothing, while that is found out: requests that fail together share it. */
  answering: Promise<boolean> | undefined;
  private running = 0;
  private readonly queue: (() => void)[] = [];
  private busy: Pick<HostWait, 'reason' | 'since' | 'until'> | undefined;

  constructor(name: string) {
    this.name = name;
  }

  /**
   * Waits until the host may be asked: not before the time that it asked for, and with at most six requests at once.
   * @returns ends the turn
   * @throws the signal's reason on abort
   */
  async enter(
    { pause, now }: RetryPolicy,
    signal: AbortSignal,
    onWait: (wait: HostWait | null) => void,
  ): Promise<() => void> {
    for (;;) {
      const left = (this.busy?.until ?? 0) - now();
      if (left > 0) {
        onWait({ host: this.name, ...this.busy! });
        await pause(left, signal).finally(() => onWait(null));
      } else if (this.running < MAX_REQUESTS) {
        this.running++;
        return () => this.leave();
      } else {
        await this.turn(signal);
      }
    }
  }

  /** Nobody asks the host for so many milliseconds; a longer wait that is already set stays. */
  backOff(milliseconds: number, reason: 'asked' | 'busy', { now }: RetryPolicy): void {
    const since = now();
    const until = since + milliseconds;
    if (until > (this.busy?.until ?? 0)) this.busy = { reason, since, until };
  }

  private async turn(signal: AbortSignal): Promise<void> {
    let wake = () => undefined as void;
    const woken = new Promise<void>((resolve) => (wake = resolve));
    this.queue.push(wake);
    try {
      await abortable(woken, signal);
    } catch (error) {
      const at = this.queue.indexOf(wake);
      // Woken and aborted at once: the next in line goes instead.
      if (at < 0) this.queue.shift()?.();
      else this.queue.splice(at, 1);
      throw error;
    }
  }

  private leave(): void {
    this.running--;
    this.queue.shift()?.();
  }
}

const hosts = new Map<string, Host>();

/** The host of a URL; one for all requests of this thread. */
export function hostOf(url: string): Host {
  const name = URL.canParse(url) ? new URL(url).host : url;
  const known = hosts.get(name) ?? new Host(name);
  hosts.set(name, known);
  return known;
}
