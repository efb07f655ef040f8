import { serve } from '../../../tools/lab/serve';
import { inProject } from '../../support/in-project';
import type { DrivenPage } from '../driven';
import { open, press, run, seen, textsOf } from '../on-page';
import { expect, type Story } from './story';

const CHOICES = 'samples=80&dims=256,512&precisions=fp16,int4&candidateSizes=20,all&device=wasm';

/** Notes what the page puts into the clipboard, which no page may read without being asked. */
const NOTE_COPIES = `(() => {
  const write = navigator.clipboard.write.bind(navigator.clipboard);
  navigator.clipboard.write = async (items) => {
    await write(items);
    window.copied = await (await items[0].getType('text/plain')).text();
  };
})()`;

/** A link is copied; where nothing is stored it brings the choices and the view, and its run says that the numbers are the same. */
export const link: Story = {
  name: 'link',
  async tell({ page, url }) {
    await open(page, `${url}/#${CHOICES}`);
    await run(page);
    await press(page, '[role=tab]', 'Explorer');
    await seen(page, '[data-testid=explorer-summary]', 'Of 80 captions');
    const copied = new URL(await copyLink(page));
    const other = await serve({ root: inProject('dist') });
    try {
      await open(page, `${other.url}/${copied.hash}`);
      await seen(page, '[data-testid=link-verdict]', 'Press Run');
      await run(page);
      const view = (await textsOf(page, '[role=tab][aria-selected=true]')).join();
      expect(view === 'Explorer', `The link opens ${view}.`);
      return { words: await seen(page, '[data-testid=link-verdict]', 'Same numbers as in the link') };
    } finally {
      await other.close();
    }
  },
};

async function copyLink(page: DrivenPage): Promise<string> {
  await page.evaluate(NOTE_COPIES);
  await press(page, 'button', 'Copy link');
  await seen(page, '[data-testid=notice]', 'copied to the clipboard');
  return (await page.evaluate('window.copied')) as string;
}
