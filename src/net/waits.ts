/** Why nothing arrives from a host just now. */
export interface HostWait {
  readonly host: string;
  /**
   * `asked`: it is busy and says for how long; `busy`: it is, and does not say, or hides it from other sites; `silent`: no byte has
   * arrived since `since`; `failed`: it gave no complete answer.
   */
  readonly reason: 'asked' | 'busy' | 'silent' | 'failed';
  /** Milliseconds since the epoch. */
  readonly since: number;
  /** When it is asked again or, where it is silent, given up. Milliseconds since the epoch. */
  readonly until: number;
}

/** What many requests wait for, as one wait to show: the one that ends last. */
export class Waits {
  private readonly current = new Map<symbol, HostWait>();
  private shown: HostWait | null = null;
  private readonly onChange: (wait: HostWait | null) => void;

  /** @param onChange called with what is to be shown from now on; null for nothing */
  constructor(onChange: (wait: HostWait | null) => void) {
    this.onChange = onChange;
  }

  /** A request's way to report what it waits for, and null when it no longer waits. */
  open(): (wait: HostWait | null) => void {
    const request = Symbol('request');
    return (wait) => {
      if (wait) this.current.set(request, wait);
      else if (!this.current.delete(request)) return;
      this.show();
    };
  }

  private show(): void {
    let last: HostWait | null = null;
    for (const wait of this.current.values()) if (!last || wait.until > last.until) last = wait;
    if (last === this.shown) return;
    this.shown = last;
    this.onChange(last);
  }
}
