/** How long the main thread was kept busy, in milliseconds. */
export interface Responsiveness {
  /** The longest task that the browser reported; 0 where none took 50 ms. */
  readonly longestTask: number;
  /** The longest delay of a timer: because of a task, or because another thread held the core. */
  readonly longestDelay: number;
}

const BEAT = 10;

/** Watches the main thread until the returned function is called. */
export function watchMainThread(): () => Responsiveness {
  let longestTask = 0;
  const see = (entries: PerformanceEntryList) => {
    for (const { duration } of entries) longestTask = Math.max(longestTask, duration);
  };
  const observer = new PerformanceObserver((list) => see(list.getEntries()));
  observer.observe({ type: 'longtask' });
  let longestDelay = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    const now = performance.now();
    longestDelay = Math.max(longestDelay, now - last - BEAT);
    last = now;
  }, BEAT);
  return () => {
    clearInterval(beat);
    see(observer.takeRecords());
    observer.disconnect();
    return { longestTask, longestDelay };
  };
}
