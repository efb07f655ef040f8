import { expect, inProject, test as base } from './support/lab';
import { staticHost, type StaticHost } from './support/static-host';

const test = base.extend<{ host: StaticHost }>({
  host: async ({}, provide) => {
    const host = await staticHost(inProject('dist'));
    await provide(host);
    await host.close();
  },
});

interface Manifest {
  readonly data: string;
  readonly url: string;
  readonly errors: readonly unknown[];
}

test('the browser finds nothing that keeps it from installing the page, under whatever path it is', async ({
  page,
  host,
}) => {
  await page.goto(host.url);
  await page.waitForEvent('load');
  const session = await page.context().newCDPSession(page);
  const { data, url, errors } = (await session.send('Page.getAppManifest')) as Manifest;
  expect(errors).toEqual([]);
  expect(url).toBe(`${host.url}manifest.webmanifest`);
  expect(JSON.parse(data)).toMatchObject({ start_url: './', scope: './' });
  for (const { src } of JSON.parse(data).icons) {
    expect((await page.request.get(host.url + src)).ok(), src).toBe(true);
  }
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(
    installabilityErrors.filter(({ errorId }: { errorId: string }) => errorId !== 'in-incognito'),
  ).toEqual([]);
});

test('a captions file that is opened with the installed page is taken as if it were dropped', async ({
  page,
  lab,
}) => {
  await page.addInitScript(() => {
    const captions = JSON.stringify({
      images: [{ id: 1, file_name: 'one.png' }],
      annotations: [{ id: 1, image_id: 1, caption: 'a red circle' }],
    });
    const handle = { getFile: () => Promise.resolve(new File([captions], 'opened-captions.json')) };
    Object.defineProperty(globalThis, 'launchQueue', {
      value: { setConsumer: (consume: (launch: object) => void) => consume({ files: [handle] }) },
    });
  });
  await page.goto(await lab());
  await expect(page.getByTestId('inspection')).toContainText('opened-captions.json');
});
