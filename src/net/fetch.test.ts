import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { FetchError, isAbort } from '../lib/errors';
import { fastRetries } from '../../tests/support/fast-retries';
import { get, getBlob } from './fetch';
import { NoAnswerError } from './fetch-with-retry';
import { Waits, type HostWait } from './waits';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer({ keepAlive: false }, listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.json`;
}

/**
 * Gives these answers in turn, and the last one from then on; `null` closes the connection, as HEAD requests, which ask why, find it.
 */
function script(answers: readonly ({ status: number; after?: string } | null)[]) {
  let next = 0;
  const listener: RequestListener = (request, response) => {
    if (request.method === 'HEAD') return void request.socket.destroy();
    const answer = answers[Math.min(next++, answers.length - 1)];
    if (answer === null) request.socket.destroy();
    else response.writeHead(answer.status, answer.after ? { 'Retry-After': answer.after } : {}).end('body');
  };
  return { listener, asked: () => next };
}

const signal = new AbortController().signal;

test('a lost connection and a 5xx are retried, at most twice', async () => {
  const recovers = script([null, { status: 502 }, { status: 200 }]);
  const policy = fastRetries();
  const answer = await get(await listen(recovers.listener), signal, policy);
  expect([answer.status, await answer.body.text(), policy.paused]).toEqual([200, 'body', [500, 2000]]);

  const fails = script([{ status: 500 }]);
  expect((await get(await listen(fails.listener), signal, fastRetries())).status).toBe(500);
  expect(fails.asked()).toBe(3);
});

test('a 404 is an answer and is not retried', async () => {
  const missing = script([{ status: 404 }]);
  expect((await get(await listen(missing.listener), signal, fastRetries())).status).toBe(404);
  expect(missing.asked()).toBe(1);
});

test('an address that leads nowhere is told from a host that fails', async () => {
  const errorOf = async (status: number) =>
    getBlob(await listen(script([{ status }]).listener), signal, fastRetries()).catch(
      (error: unknown) => (error as Error).name,
    );
  expect(await Promise.all([404, 403, 500].map(errorOf))).toEqual([
    'AddressError',
    'AddressError',
    'FetchError',
  ]);
});

test('a busy host is retried after the time that it asks for, within bounds; where it does not say, after ever longer times', async () => {
  const busy = script([
    { status: 429, after: '7' },
    { status: 503, after: '9999' },
    { status: 429 },
    { status: 429 },
    { status: 200 },
  ]);
  const policy = fastRetries();
  expect((await get(await listen(busy.listener), signal, policy)).status).toBe(200);
  expect(policy.paused).toEqual([7000, 120_000, 8000, 16_000]);
});

test('Retry-After may be a date, and a date in the past means at once', async () => {
  const soon = new Date(Date.now() + 60_000).toUTCString();
  const busy = script([
    { status: 429, after: soon },
    { status: 429, after: new Date(0).toUTCString() },
    { status: 200 },
  ]);
  const policy = fastRetries();
  await get(await listen(busy.listener), signal, policy);
  expect(policy.paused).toHaveLength(1);
  expect(policy.paused[0]).toBeGreaterThan(55_000);
  expect(policy.paused[0]).toBeLessThanOrEqual(60_000);
});

test('a host that stays busy is an error', async () => {
  const busy = script([{ status: 429, after: '1' }]);
  await expect(get(await listen(busy.listener), signal, fastRetries())).rejects.toThrow(
    'is still busy after 10 retries',
  );
  expect(busy.asked()).toBe(11);
});

test('a host that does not answer is named, with what to do', async () => {
  const url = await listen(script([null]).listener);
  const failure = get(url, signal, fastRetries());
  await expect(failure).rejects.toBeInstanceOf(NoAnswerError);
  await expect(failure).rejects.toThrow(
    new RegExp(`^${new URL(url).host} could not be reached: .* choose a mirror`),
  );
});

test('a wait ends as soon as the signal is aborted', async () => {
  const url = await listen(script([{ status: 429, after: '60' }]).listener);
  const stop = new AbortController();
  const started = Date.now();
  setTimeout(() => stop.abort(), 50);
  await expect(get(url, stop.signal)).rejects.toSatisfy(isAbort);
  expect(Date.now() - started).toBeLessThan(2000);
});

test('a URL that must exist and does not is an error with its status', async () => {
  const url = await listen(script([{ status: 403 }]).listener);
  await expect(getBlob(url, signal)).rejects.toThrow(`${url} is not public (403)`);
  await expect(getBlob(url, signal)).rejects.toBeInstanceOf(FetchError);
});

test('at most six requests ask a host at once, and each gets its answer', async () => {
  let [asking, most] = [0, 0];
  const url = await listen((_request, response) => {
    most = Math.max(most, ++asking);
    setTimeout(() => {
      asking--;
      response.end('body');
    }, 20);
  });
  const answers = await Promise.all(Array.from({ length: 20 }, () => get(url, signal)));
  expect(answers.map(({ status }) => status)).toEqual(new Array(20).fill(200));
  expect(most).toBe(6);
});

test('a request that is cancelled while it waits for its turn leaves the turn to the next', async () => {
  let answer = () => undefined as void;
  const held = new Promise<void>((resolve) => (answer = resolve));
  const url = await listen((_request, response) => void held.then(() => response.end('body')));
  const first = Array.from({ length: 6 }, () => get(url, signal));
  const stop = new AbortController();
  const cancelled = get(url, stop.signal);
  const last = get(url, signal);
  stop.abort();
  await expect(cancelled).rejects.toSatisfy(isAbort);
  answer();
  expect((await Promise.all([...first, last])).every(({ status }) => status === 200)).toBe(true);
});

test('while a host is busy, no other request asks it', async () => {
  const busy = script([{ status: 429, after: '60' }, { status: 200 }]);
  const url = await listen(busy.listener);
  const stop = new AbortController();
  const first = get(url, stop.signal).catch(isAbort);
  await expect.poll(() => busy.asked()).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const policy = fastRetries();
  expect((await get(url, signal, policy)).status).toBe(200);
  expect(policy.paused[0]).toBeGreaterThan(50_000);
  stop.abort();
  expect(await first).toBe(true);
});

test('the host, the reason and the times of every wait are reported, and its end', async () => {
  const shown: (HostWait | null)[] = [];
  const waits = new Waits((wait) => shown.push(wait));
  const answers = script([{ status: 429, after: '7' }, { status: 429 }, { status: 500 }, { status: 200 }]);
  const url = await listen(answers.listener);
  await get(url, signal, { ...fastRetries(), waits });
  const { host } = new URL(url);
  expect(shown.map((wait) => wait && [wait.host, wait.reason, wait.until - wait.since])).toEqual([
    [host, 'asked', 7000],
    null,
    [host, 'busy', 4000],
    null,
    [host, 'failed', 500],
    null,
  ]);
});

test('of several waits the one that ends last is shown', () => {
  const shown: (number | undefined)[] = [];
  const waits = new Waits((wait) => shown.push(wait?.until));
  const [one, other] = [waits.open(), waits.open()];
  const until = (time: number): HostWait => ({ host: 'e.org', reason: 'asked', since: 0, until: time });
  one(until(5));
  other(until(9));
  one(until(7));
  other(null);
  one(null);
  one(null);
  expect(shown).toEqual([5, 9, 7, undefined]);
});

test('a host that is silent in the middle of a body is reported as silent, then given up', async () => {
  const shown: (HostWait | null)[] = [];
  const waits = new Waits((wait) => shown.push(wait));
  const url = await listen((_request, response) => void response.write('half'));
  const failure = get(url, signal, { ...fastRetries(150), waits });
  await expect(failure).rejects.toMatchObject({
    kind: 'silent',
    reason: 'the host sent nothing for 0.15 s',
  });
  expect(shown.filter((wait) => wait?.reason === 'silent')).toHaveLength(3);
  expect(shown.at(-1)).toBeNull();
});

test('a slow body is not cut off while its bytes keep coming', async () => {
  const url = await listen((_request, response) => {
    let sent = 0;
    const timer = setInterval(() => {
      response.write('x');
      if (++sent === 8) {
        clearInterval(timer);
        response.end();
      }
    }, 60);
  });
  expect(await (await get(url, signal, fastRetries(300))).body.text()).toBe('xxxxxxxx');
});

/** Stands in for a browser's fetch, which hides why an answer may not be read. */
function stubFetch(answerTo: (init: RequestInit, call: number) => Response | null) {
  const calls: RequestInit[] = [];
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    calls.push(init);
    const answer = answerTo(init, calls.length);
    if (answer === null) throw new TypeError('Failed to fetch');
    return answer;
  });
  return calls;
}

test('a host that answers but forbids this page to read is told apart, is asked why only once, and gets no retries', async () => {
  const policy = fastRetries();
  const calls = stubFetch(({ mode }) => (mode === 'no-cors' ? new Response() : null));
  await expect(get('https://forbids.example/a.jpg', signal, policy)).rejects.toMatchObject({
    kind: 'forbidden',
    message: expect.stringContaining('(CORS)'),
  });
  const asked = calls.length;
  await expect(get('https://forbids.example/b.jpg', signal, policy)).rejects.toThrow('(CORS)');
  expect(calls.length - asked).toBe(1);
  expect(policy.paused).toEqual([500]);
});

test('a redirect that leads nowhere is told apart and is not followed again', async () => {
  const policy = fastRetries();
  const calls = stubFetch(({ redirect }) =>
    redirect === 'manual' ? new Response(null, { status: 302 }) : null,
  );
  await expect(get('https://circle.example/a.jpg', signal, policy)).rejects.toMatchObject({
    kind: 'redirects',
    message: expect.stringContaining('redirects https://circle.example/a.jpg in a circle'),
  });
  expect([calls.length, policy.paused]).toEqual([2, []]);
});

test('a connection that was lost for a moment is not taken for a refusal', async () => {
  stubFetch((_init, call) => (call === 1 ? null : new Response('body', { status: 200 })));
  const { body } = await get('https://blinks.example/a.jpg', signal, fastRetries());
  expect(await body.text()).toBe('body');
});
