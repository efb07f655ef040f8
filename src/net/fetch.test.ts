import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { FetchError, isAbort } from '../lib/errors';
import { get, getBlob } from './fetch';
import { NoAnswerError } from './fetch-with-retry';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer({ keepAlive: false }, listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.json`;
}

/** Gives these answers in turn, and the last one from then on; `null` closes the connection. */
function script(answers: readonly ({ status: number; after?: string } | null)[]) {
  let next = 0;
  const listener: RequestListener = (request, response) => {
    const answer = answers[Math.min(next++, answers.length - 1)];
    if (answer === null) request.socket.destroy();
    else response.writeHead(answer.status, answer.after ? { 'Retry-After': answer.after } : {}).end('body');
  };
  return { listener, asked: () => next };
}

const signal = new AbortController().signal;
function pauses() {
  const waited: number[] = [];
  return { waited, pause: async (milliseconds: number) => void waited.push(milliseconds) };
}

test('a lost connection and a 5xx are retried, at most twice', async () => {
  const recovers = script([null, { status: 502 }, { status: 200 }]);
  const { waited, pause } = pauses();
  const answer = await get(await listen(recovers.listener), signal, pause);
  expect([answer.status, await answer.body.text(), waited]).toEqual([200, 'body', [500, 2000]]);

  const fails = script([{ status: 500 }]);
  expect((await get(await listen(fails.listener), signal, pauses().pause)).status).toBe(500);
  expect(fails.asked()).toBe(3);
});

test('a 404 is an answer and is not retried', async () => {
  const missing = script([{ status: 404 }]);
  expect((await get(await listen(missing.listener), signal, pauses().pause)).status).toBe(404);
  expect(missing.asked()).toBe(1);
});

test('a busy host is retried after the time that it asks for, within bounds', async () => {
  const busy = script([
    { status: 429, after: '7' },
    { status: 503, after: '9999' },
    { status: 429 },
    { status: 200 },
  ]);
  const { waited, pause } = pauses();
  expect((await get(await listen(busy.listener), signal, pause)).status).toBe(200);
  expect(waited).toEqual([7000, 120_000, 30_000]);
});

test('Retry-After may be a date, and a date in the past means at once', async () => {
  const soon = new Date(Date.now() + 60_000).toUTCString();
  const busy = script([
    { status: 429, after: soon },
    { status: 429, after: new Date(0).toUTCString() },
    { status: 200 },
  ]);
  const { waited, pause } = pauses();
  await get(await listen(busy.listener), signal, pause);
  expect(waited[0]).toBeGreaterThan(55_000);
  expect(waited[0]).toBeLessThanOrEqual(60_000);
  expect(waited[1]).toBe(0);
});

test('a host that stays busy is an error', async () => {
  const busy = script([{ status: 429, after: '1' }]);
  await expect(get(await listen(busy.listener), signal, pauses().pause)).rejects.toThrow(
    'is still busy after 10 retries',
  );
  expect(busy.asked()).toBe(11);
});

test('a host that does not answer is named, with what to do', async () => {
  const url = await listen(script([null]).listener);
  const failure = get(url, signal, pauses().pause);
  await expect(failure).rejects.toBeInstanceOf(NoAnswerError);
  await expect(failure).rejects.toThrow(
    new RegExp(`^${new URL(url).host} could not be reached: .* Choose a mirror`),
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
