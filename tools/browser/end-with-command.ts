const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;
const LOOK_EVERY_MS = 500;

/**
 * Lets SIGINT and SIGTERM end this process at once with the usual exit codes, and with it the browsers that Playwright
 * launched, which it kills when the process exits.
 */
export function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => process.exit(EXIT_CODES[signal]));
  }
  if (process.env['npm_lifecycle_event'] !== undefined) endWithParent();
}

/** A killed npm kills the shell that it started, which passes nothing on: the parent's process id changes, no more. */
function endWithParent(): void {
  const parent = process.ppid;
  const look = () => {
    if (process.ppid !== parent) process.exit(EXIT_CODES.SIGTERM);
  };
  setInterval(look, LOOK_EVERY_MS).unref();
}
