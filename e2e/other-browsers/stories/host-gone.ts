import { inProject } from '../../support/in-project';
import { staticHost } from '../../support/static-host';
import { open, run, seen, textsOf, until } from '../on-page';
import { expect, type Story } from './story';

const CHOICES = 'samples=40&dims=512&precisions=fp32,int8&candidateSizes=10,20&device=wasm';
const LAST_PARTS = ['demo/pictures.zip', 'coco-mini/pictures.zip', 'relevance/cxc.json'];
const KEPT = `(async () => {
  const keys = [];
  for (const name of await caches.keys()) keys.push(...(await (await caches.open(name)).keys()));
  return keys.map(({ url }) => url).join();
})()`;

/** A host that sends no headers of its own is visited once and is gone then. */
export const hostGone: Story = {
  name: 'host gone',
  async tell({ page }) {
    const host = await staticHost(inProject('dist'));
    try {
      await open(page, host.url);
      // A look into the page would count as a person at work in Chromium, which keeps the page from reloading itself.
      await until('requests for all files', 120, () =>
        LAST_PARTS.every((part) => host.asked.some((path) => path.startsWith(part))),
      );
      await until('all files in the cache of the service worker', 120, async () => {
        const kept = String(await page.evaluate(KEPT));
        return LAST_PARTS.every((part) => kept.includes(part));
      });
      const isIsolated = await page.evaluate('crossOriginIsolated');
      expect(isIsolated === true, 'The service worker does not isolate the page.');
      await host.close();
      await page.reload();
      await seen(page, '[data-testid=example]');
      await open(page, `${host.url}#${CHOICES}`);
      await run(page);
      const [facts] = await textsOf(page, '[data-testid=facts]');
      return { words: `isolated by the service worker; without the host: ${facts}` };
    } finally {
      await host.close();
    }
  },
};
