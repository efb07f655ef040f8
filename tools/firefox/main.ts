import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onPath } from '../browser/candidates';
import { launch } from '../browser/launch';
import { serve } from '../lab/serve';
import { compareRecall } from './compare';
import { launchFirefox } from './driver';
import { decodePictures } from './pixels';
import { visit, type Visit } from './story';

/** Visits the built page with the Firefox of this machine and with Chromium, and says what it found in which. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** A difference in recall beyond this is more than rounding of pictures and sums explains. */
const MOST = 0.01;

const firefox = ['firefox-esr', 'firefox']
  .flatMap((name) => onPath(name, process))
  .concat('/Applications/Firefox.app/Contents/MacOS/firefox')
  .find(existsSync);
if (!firefox) {
  console.error(
    'No Firefox was found. Debian: "apt-get install firefox-esr"; elsewhere: https://www.firefox.com.',
  );
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'firefox-'));
const server = await serve({ root: join(ROOT, 'dist') });
try {
  const inFirefox = await visitFirefox(firefox, join(folder, 'firefox'));
  const inChromium = await visitChromium(join(folder, 'chromium'));
  const { cells, different, largest } = compareRecall(inFirefox.rows, inChromium.rows);
  console.log(`Recall: ${different} of ${cells} values differ, by at most ${largest}.`);
  process.exitCode = largest <= MOST && inFirefox.csvLines === inChromium.csvLines ? 0 : 1;
} finally {
  await server.close();
  rmSync(folder, { recursive: true });
}

async function visitFirefox(path: string, downloads: string): Promise<Visit> {
  const browser = await launchFirefox(path, downloads);
  try {
    const found = tell(await browser.version(), await visit(await browser.newPage(), server.url, downloads));
    const { files, different } = await decodePictures(await browser.newPage(), ROOT);
    const others = different.length > 0 ? `; not ${different.join(', ')}` : '';
    console.log(`Pixels: ${files - different.length} of ${files} test pictures as Pillow has them${others}.`);
    return found;
  } finally {
    await browser.close();
  }
}

async function visitChromium(downloads: string): Promise<Visit> {
  const browser = await launch(false);
  try {
    const page = await browser.newPage();
    page.on('download', (file) => void file.saveAs(join(downloads, file.suggestedFilename())));
    return tell(`chromium/${browser.version()}`, await visit(page, server.url, downloads));
  } finally {
    await browser.close();
  }
}

function tell(name: string, found: Visit): Visit {
  console.log(`\n${name}`);
  console.table(found.abilities);
  console.log(`The demo took ${found.seconds.toFixed(1)} s: ${found.facts}`);
  for (const remark of found.remarks) console.log(`The page says: ${remark}`);
  console.log(`Explorer: ${found.explorer}`);
  console.log(`detailed_results.csv: ${found.csvLines} lines`);
  return found;
}
