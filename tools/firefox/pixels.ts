import { isDeepStrictEqual } from 'node:util';
import { createServer } from 'vite';
import pictures from '../../src/images/fixtures/pictures.json' with { type: 'json' };
import type { OpenPage } from './story';

/** The files whose pixels are not Pillow's, or that are read although Pillow refuses them. */
export interface Pixels {
  readonly files: number;
  readonly different: readonly string[];
}

const FOLDER = '/src/images/fixtures/pictures';

/** Decodes the test pictures of this project, as e2e/decode.spec.ts does in Chromium. */
export async function decodePictures(page: OpenPage, root: string): Promise<Pixels> {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'warn',
    optimizeDeps: { noDiscovery: true },
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  });
  try {
    await server.listen();
    await page.goto(`${server.resolvedUrls!.local[0]}e2e/pages/decode.html`);
    const different: string[] = [];
    for (const { name, error, ...expected } of pictures) {
      const found = (await page.evaluate(`window.pictures.decode('${FOLDER}/${name}')`)) as object;
      if (error ? !('refused' in found) : !isDeepStrictEqual(found, expected)) different.push(name);
    }
    return { files: pictures.length, different };
  } finally {
    await server.close();
  }
}
