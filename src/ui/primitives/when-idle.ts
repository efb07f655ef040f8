/** Does something once the page has nothing else to do. Where the browser does not tell, a moment later. */
export function whenIdle(action: () => void): void {
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(action);
  else setTimeout(action, 200);
}

/** Ends once the page has nothing else to do. */
export const idle = (): Promise<void> => new Promise((resolve) => whenIdle(resolve));
