import { setTimeout as wait } from 'node:timers/promises';
import type { DrivenPage } from './driven';

/** What a session of WebDriver has been given, of what is used here. */
interface Capabilities {
  readonly browserVersion: string;
}

/** A session of a driver that speaks W3C WebDriver (https://www.w3.org/TR/webdriver2/). */
interface Session {
  readonly capabilities: Capabilities;
  readonly page: DrivenPage;
  end(): Promise<void>;
}

/** The key of an element's reference, as the standard has it. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const LONGEST_START_MS = 20_000;

/**
 * Starts a session.
 * @param driver the address of the driver, which may be about to start
 * @throws Error with the driver's own words where it refuses a command
 */
export async function startSession(driver: string, alwaysMatch: object): Promise<Session> {
  await answers(driver);
  const { sessionId, capabilities } = await call<{ sessionId: string; capabilities: Capabilities }>(
    'POST',
    `${driver}/session`,
    { capabilities: { alwaysMatch } },
  );
  const session = `${driver}/session/${sessionId}`;
  const send = <T>(command: string, body: object = {}) => call<T>('POST', `${session}/${command}`, body);
  const find = async (selector: string) =>
    (await send<Record<string, string>>('element', { using: 'css selector', value: selector }))[ELEMENT];
  return {
    capabilities,
    page: {
      goto: (url) => send('url', { url }),
      reload: () => send('refresh'),
      async evaluate(expression) {
        const { value, error } = await send<{ value?: unknown; error?: string }>('execute/async', {
          script: inPage(expression),
          args: [],
        });
        if (error !== undefined) throw new Error(error);
        return value;
      },
      click: async (selector) => send(`element/${await find(selector)}/click`),
      setFiles: async (selector, paths) =>
        send(`element/${await find(selector)}/value`, { text: paths.join('\n') }),
      resize: (width, height) => send('window/rect', { width, height }),
    },
    end: () => call('DELETE', session),
  };
}

/** A script that gives the value of an expression, or of the promise that it is, to the driver. */
const inPage = (expression: string): string =>
  `const give = arguments[arguments.length - 1];
  (async () => (${expression}))().then((value) => give({ value }), (error) => give({ error: String(error) }));`;

async function call<T>(method: 'POST' | 'DELETE', address: string, body?: object): Promise<T> {
  const response = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** Waits until the driver can be asked. */
async function answers(driver: string): Promise<void> {
  for (const end = performance.now() + LONGEST_START_MS; performance.now() < end; await wait(100)) {
    const ready = await fetch(`${driver}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
  }
  throw new Error(`No driver answers at ${driver}.`);
}
