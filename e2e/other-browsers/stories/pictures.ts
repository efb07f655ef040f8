import { isDeepStrictEqual } from 'node:util';
import { createServer } from 'vite';
import pictures from '../../../src/images/fixtures/pictures.json' with { type: 'json' };
import { inProject } from '../../support/in-project';
import { open, until } from '../on-page';
import { expect, type Story } from './story';

const FOLDER = '/src/images/fixtures/pictures';

/** The test pictures of this project are decoded, as e2e/decode.spec.ts does in Chromium. */
export const testPictures: Story = {
  name: 'test pictures',
  async tell({ page, otherPictures }) {
    const server = await createServer({
      root: inProject(''),
      configFile: false,
      logLevel: 'warn',
      optimizeDeps: { noDiscovery: true },
      server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
    });
    try {
      await server.listen();
      await open(page, `${server.resolvedUrls!.local[0]}e2e/pages/decode.html`);
      await until('the page that decodes', 60, () => page.evaluate(`'pictures' in window`));
      const different: string[] = [];
      for (const { name, error, ...expected } of pictures) {
        const found = (await page.evaluate(`window.pictures.decode('${FOLDER}/${name}')`)) as object;
        if (error ? !('refused' in found) : !isDeepStrictEqual(found, expected)) different.push(name);
      }
      const not = different.length > 0 ? `; not ${different.join(', ')}` : '';
      expect(
        isDeepStrictEqual(new Set(different), new Set(otherPictures)),
        `Not as Pillow has them: ${different.join(', ')}; known are ${otherPictures.join(', ') || 'none'}.`,
      );
      return {
        words: `${pictures.length - different.length} of ${pictures.length} as Pillow has them${not}`,
      };
    } finally {
      await server.close();
    }
  },
};
