import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { endOnSignals } from '../browser/end-with-command';
import { launch } from '../browser/launch';

const PUBLIC = fileURLToPath(new URL('../../public/', import.meta.url));
/** Each file, its edge in pixels, and how much of the edge the drawing takes: systems cut the last one to a shape of their own. */
const ICONS = [
  ['icon-192', 192, 1],
  ['icon-512', 512, 1],
  ['icon-maskable-512', 512, 0.7],
] as const;

/** Draws public/icon.svg, which is the project's own, as the PNG files that systems ask of a page that can be installed. */
endOnSignals();
const svg = readFileSync(`${PUBLIC}icon.svg`, 'utf8');
const ground = /fill="(#\w+)"/.exec(svg)![1];
const browser = await launch(false);
try {
  const page = await browser.newPage();
  for (const [name, edge, share] of ICONS) {
    await page.setViewportSize({ width: edge, height: edge });
    const background = share < 1 ? ground : 'transparent';
    await page.setContent(
      `<style>body{margin:0;height:100vh;display:grid;place-items:center;background:${background}}svg{width:${share * 100}vw}</style>${svg}`,
    );
    writeFileSync(`${PUBLIC}icons/${name}.png`, await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
