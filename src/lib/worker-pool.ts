/** How a pool gets members beyond those it begins with. */
export interface Starter<W> {
  readonly start: () => W;
  /** Members at most, those that were there included. */
  readonly most: number;
}

/** Workers that do one piece of work at a time each. Work is taken up in the order in which it came. */
export class WorkerPool<W> {
  private readonly started: W[];
  private readonly idle: W[];
  private readonly starter: Starter<W> | undefined;
  private readonly waiting: ((member: W | Promise<W>) => void)[] = [];

  /** `starter` adds members when work comes and none is idle; without it the members stay those given. */
  constructor(members: readonly W[], starter?: Starter<W>) {
    this.started = [...members];
    this.idle = [...members];
    this.starter = starter;
  }

  /** Those that are there, in the order in which they came. */
  get members(): readonly W[] {
    return this.started;
  }

  /** Gives work to the first member that is idle. Rejects where the work does, or where no member can be started. */
  async runOnIdle<T>(work: (member: W) => T | Promise<T>): Promise<T> {
    const member = await this.take();
    try {
      return await work(member);
    } finally {
      this.giveBack(member);
    }
  }

  /** Has every member do the same, whatever else it is doing; results are in the order of the members. */
  runOnAll<T>(work: (member: W) => T | Promise<T>): Promise<Awaited<T>[]> {
    return Promise.all(this.started.map(async (member) => await work(member)));
  }

  /** Takes out a member that can work no more; another is started when one is needed. */
  discard(member: W): void {
    for (const list of [this.started, this.idle]) {
      const at = list.indexOf(member);
      if (at >= 0) list.splice(at, 1);
    }
  }

  private async take(): Promise<W> {
    if (this.idle.length > 0) return this.idle.shift()!;
    if (this.starter && this.started.length < this.starter.most) {
      const member = this.starter.start();
      this.started.push(member);
      return member;
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private giveBack(member: W): void {
    const isThere = this.started.includes(member);
    const next = this.waiting.shift();
    if (next) next(isThere ? member : this.take());
    else if (isThere) this.idle.push(member);
  }
}
