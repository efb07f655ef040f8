import { setMaxListeners } from 'node:events';
import { expect, test } from 'vitest';
import { eventsOf, fakePorts, filesOf, requestOf } from '../../../tests/support/fake-ports';
import type { RunEvent } from '../events';
import { run } from '../run';
import { EncoderSlot } from './encoder-slot';
import { openAhead } from './open-ahead';

const REQUEST = requestOf(filesOf(20));

async function eventsOfRun(ports: Parameters<typeof run>[1], request = REQUEST) {
  const { signal } = new AbortController();
  setMaxListeners(Infinity, signal);
  const events: RunEvent[] = [];
  await run(request, ports, (event) => events.push(event), signal);
  return events;
}

test('a run takes the encoder that was opened ahead, and its record has the check as if it had opened it', async () => {
  const { ports, seen } = fakePorts();
  await openAhead(REQUEST, ports);
  expect(seen.encoders).toBe(1);
  const events = await eventsOfRun(ports);
  expect(seen.encoders).toBe(1);
  const withoutIt = await eventsOfRun(fakePorts().ports);
  const conformance = (all: readonly RunEvent[]) => eventsOf(all, 'vectors')[0].record.conformance;
  expect(conformance(events)).toBeDefined();
  expect(conformance(events)).toEqual(conformance(withoutIt));
});

test('a run that begins while an encoder is being opened waits for that one', async () => {
  const { ports, seen } = fakePorts();
  const [, events] = await Promise.all([openAhead(REQUEST, ports), eventsOfRun(ports)]);
  expect(events.at(-1)).toEqual({ kind: 'ended', status: 'done' });
  expect(seen.encoders).toBe(1);
});

test('a run with another encoder ends the one that was opened ahead', async () => {
  const { ports, seen } = fakePorts();
  await openAhead(REQUEST, ports);
  const { resolveDevice } = ports.browser;
  const twice = async () => ({ ...(await resolveDevice('wasm')), threads: 2 });
  await eventsOfRun({ ...ports, browser: { ...ports.browser, resolveDevice: twice } });
  expect(seen.ended).toBeGreaterThan(0);
});

test('what a check cannot be stored for is said by the run, not lost', async () => {
  const { ports } = fakePorts({ noStorage: true });
  await openAhead(REQUEST, ports);
  const unkept = eventsOf(await eventsOfRun(ports), 'not-kept').map(({ what }) => what);
  expect(unkept).toContain('encoder');
});

test('nothing is opened where an earlier visit checked that encoder', async () => {
  const { ports, seen } = fakePorts();
  await eventsOfRun(ports);
  const later = { ...ports, encoderSlot: new EncoderSlot() };
  await openAhead(REQUEST, later);
  expect(seen.encoders).toBe(1);
});
