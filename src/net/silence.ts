import type { RetryPolicy } from './retry-policy';
import type { HostWait } from './waits';

/** A host that has sent nothing for this long is said to be waited for. Milliseconds. */
const NOTICEABLE = 3000;

/** Ends a request to which nothing arrives, and says in the meantime that it waits. */
export class Silence {
  private readonly stuck = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isShown = false;
  private readonly host: string;
  private readonly policy: RetryPolicy;
  private readonly onWait: (wait: HostWait | null) => void;

  constructor(host: string, policy: RetryPolicy, onWait: (wait: HostWait | null) => void) {
    this.host = host;
    this.policy = policy;
    this.onWait = onWait;
    this.heard();
  }

  /** Aborted when nothing has arrived for as long as the policy says. */
  get signal(): AbortSignal {
    return this.stuck.signal;
  }

  /** Bytes have arrived: the time begins again. */
  heard = (): void => {
    this.end();
    const { silence, now } = this.policy;
    const since = now();
    const shownAfter = Math.min(NOTICEABLE, silence);
    this.timer = setTimeout(() => {
      this.isShown = true;
      this.onWait({ host: this.host, reason: 'silent', since, until: since + silence });
      this.timer = setTimeout(() => this.stuck.abort(), silence - shownAfter);
    }, shownAfter);
  };

  end(): void {
    clearTimeout(this.timer);
    if (this.isShown) this.onWait(null);
    this.isShown = false;
  }
}
