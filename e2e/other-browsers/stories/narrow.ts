import { open, press, run, seen } from '../on-page';
import { expect, type Story } from './story';

const [WIDTH, HEIGHT] = [390, 844];
const CHOICES = 'samples=40&dims=512&precisions=fp32,int8&candidateSizes=20,all&device=wasm';
const VIEWS = ['Results', 'Explorer', 'Compare', 'History'];

/** A window as narrow as a phone's: no view is wider than the window. */
export const narrow: Story = {
  name: 'narrow window',
  async tell({ page, url }) {
    await page.resize(WIDTH, HEIGHT);
    await open(page, `${url}/#${CHOICES}`);
    await run(page);
    const width = Number(await page.evaluate('innerWidth'));
    for (const view of VIEWS) {
      await press(page, '[role=tab]', view);
      await seen(page, '[role=tabpanel]');
      const beyond = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
      expect(beyond <= 0, `${view} is ${beyond} pixels wider than the window of ${width}.`);
    }
    return { words: `${width} pixels, ${VIEWS.join(', ')}` };
  },
};
