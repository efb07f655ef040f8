import { join } from 'node:path';
import { launch } from '../../tools/browser/launch';
import type { Driven } from './driven';

/** Starts the Chromium of the other tests, driven by Playwright. */
export async function launchChromium(downloads: string): Promise<Driven> {
  const browser = await launch(false);
  const page = await browser.newPage();
  page.on('download', (file) => void file.saveAs(join(downloads, file.suggestedFilename())));
  return {
    name: `Chromium ${browser.version()}`,
    page: {
      goto: (url) => page.goto(url),
      reload: () => page.reload(),
      evaluate: (expression) => page.evaluate(expression),
      click: (selector) => page.locator(selector).first().click(),
      setFiles: (selector, paths) =>
        page
          .locator(selector)
          .first()
          .setInputFiles([...paths]),
      resize: (width, height) => page.setViewportSize({ width, height }),
    },
    close: () => browser.close(),
  };
}
