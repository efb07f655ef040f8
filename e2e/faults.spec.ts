import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { LOST_FAULTS, startFaultyHost, SURVIVED_FAULTS, type FaultyHost } from './support/faults';
import { test as base, expect, expectRun, inProject, results, runToEnd } from './support/lab';

const PHOTOGRAPHS = Object.values(unzipSync(readFileSync(inProject('public/coco-mini/pictures.zip'))));
const GOOD = Array.from({ length: 20 }, (_, i) => `good-${i}`);
const BAD = [...LOST_FAULTS.keys()];
/** Every fault stands between good pictures. */
const NAMES = [...SURVIVED_FAULTS, ...BAD].flatMap((name, i) => [...GOOD.slice(i, i + 1), name]);
const picture = (name: string): Buffer => Buffer.from(PHOTOGRAPHS[NAMES.indexOf(name)]);

const CAPTIONS = JSON.stringify({
  images: NAMES.map((name, id) => ({ id, file_name: `${name}.jpg` })),
  annotations: NAMES.map((name, id) => ({ id, image_id: id, caption: `a photograph, ${name}` })),
});

const test = base.extend<{ host: FaultyHost }>({
  host: async ({}, provide) => {
    const host = await startFaultyHost(CAPTIONS, picture);
    await provide(host);
    host.close();
  },
});

test('of a host that misbehaves in every way, each good picture is embedded and each bad one is listed with its reason; Retry asks for these alone', async ({
  page,
  lab,
  host,
}) => {
  // Time-outs of half a minute pass in two seconds here, and the page does not know.
  await page.addInitScript(() => {
    const real = setTimeout;
    const shortened = (handler: () => void, time = 0) => real(handler, time > 10_000 ? time / 15 : time);
    window.setTimeout = shortened as typeof setTimeout;
  });
  const data = `data=url&captionsUrl=${host.url}/captions.json&imagesUrl=${host.url}/`;
  await page.goto(`${await lab()}/#${data}&model=demo&dims=512&precisions=fp32&candidateSizes=10&ks=1`);
  await page.getByTestId('run-panel').getByRole('button', { name: /^Run/ }).click();
  const waiting = page.getByTestId('waiting');
  const name = new URL(host.url).host;
  await expect(waiting).toContainText(
    new RegExp(`${name} (is busy and asks to wait|has sent nothing for \\d+ s)`),
  );
  await expect(waiting).toContainText(`${name} has sent nothing for`, { timeout: 30_000 });
  await expectRun(page, 'done', { timeout: 60_000 });
  await expect(waiting).toHaveCount(0);

  const { run } = await results(page);
  const reasonOf = new Map(
    run.data.leftOut.map(({ fileName, reason }) => [fileName!.replace('.jpg', ''), reason]),
  );
  expect([...reasonOf.keys()].sort()).toEqual([...BAD].sort());
  for (const [fault, reason] of LOST_FAULTS) expect.soft(reasonOf.get(fault), fault).toMatch(reason);
  expect(run.data.images).toBe(GOOD.length + SURVIVED_FAULTS.length);
  expect(host.most()).toBeLessThanOrEqual(6);
  expect(host.asked.get('circle')).toBeLessThanOrEqual(25);

  const mended = BAD.filter((fault) => fault !== 'missing' && fault !== 'forbidden');
  host.mend(mended);
  host.asked.clear();
  const leftOut = page.getByTestId('left-out');
  await leftOut.getByRole('button', { name: 'Retry' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('retried')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByTestId('retried')).toHaveText(
    `${mended.length} of ${BAD.length} left-out pictures recovered.`,
  );
  expect([...host.asked.keys()].sort()).toEqual([...BAD].sort());
  expect((await results(page)).run.data.leftOut.map(({ fileName }) => fileName).sort()).toEqual([
    'forbidden.jpg',
    'missing.jpg',
  ]);
});

test('a host that allows no other sites ends the run with that reason, and is not asked why for each picture', async ({
  page,
  lab,
  host,
}) => {
  const [url, name] = [await lab(), new URL(host.url).host];
  const captions = `${url}/coco-mini/captions.json`;
  await page.goto(`${url}/#data=url&captionsUrl=${captions}&imagesUrl=${host.url}/forbidden/&model=demo`);
  await runToEnd(page);
  await expect(page.getByTestId('run-error')).toContainText(
    `${name} answers, but does not allow pages of other sites to read`,
  );
  expect(host.probes()).toBeLessThanOrEqual(12);
});
