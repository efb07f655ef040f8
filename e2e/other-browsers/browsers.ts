import { existsSync } from 'node:fs';
import { onPath } from '../../tools/browser/candidates';
import { launchChromium } from './chromium';
import type { Driven } from './driven';
import { launchFirefox } from './firefox';
import { launchWebKit, type Abilities } from './webkit';

/** A browser that the stories are lived in. */
export interface Browser {
  /**
   * Starts it with a profile of its own.
   * @throws Error that says how to get it where it is missing
   */
  launch(downloads: string): Promise<Driven>;
  /** The test pictures whose pixels are not Pillow's in it, or that it reads although Pillow refuses them; docs/BROWSERS.md has the reasons. */
  readonly otherPictures: readonly string[];
}

const FIREFOX_OF_MACOS = '/Applications/Firefox.app/Contents/MacOS/firefox';
/** Damaged files, which Firefox reads as far as they go and does not say so. */
const CUT_OFF = ['half-rgb.bmp', 'half-420.jpg', 'half-palette.gif', 'endless.jpg'];
/** Refused, because WebKit multiplies colours by their alpha. */
const TRANSPARENT = ['lossless-alpha.webp', 'rgba.bmp'];

/** What all others are compared with. */
export const CHROMIUM: Browser = { launch: launchChromium, otherPictures: [] };

/** The others, by the names that the command takes. */
export const BROWSERS = {
  firefox: {
    launch: (downloads) =>
      launchFirefox(
        find(
          'Firefox',
          [...onPath('firefox-esr', process), ...onPath('firefox', process), FIREFOX_OF_MACOS],
          'on Debian "apt-get install firefox-esr", elsewhere https://www.firefox.com',
        ),
        downloads,
      ),
    otherPictures: ['420.avif', 'rgb-16.png', ...CUT_OFF],
  },
  webkit: { launch: webkit('as Safari'), otherPictures: TRANSPARENT },
  webkitgtk: { launch: webkit('as shipped'), otherPictures: TRANSPARENT },
} satisfies Record<string, Browser>;

export type BrowserName = keyof typeof BROWSERS;

function webkit(abilities: Abilities): Browser['launch'] {
  return (downloads) =>
    launchWebKit(
      {
        driver: find(
          'WebKitGTK',
          onPath('WebKitWebDriver', process),
          'on Debian "apt-get install webkit2gtk-driver"',
        ),
        screen: find(
          'Xvfb, which WebKitGTK needs,',
          onPath('Xvfb', process),
          'on Debian "apt-get install xvfb"',
        ),
      },
      abilities,
      downloads,
    );
}

/** The first of these paths that is there. */
function find(name: string, paths: readonly string[], howToGetIt: string): string {
  const path = paths.find(existsSync);
  if (path === undefined) throw new Error(`${name} was not found: ${howToGetIt}.`);
  return path;
}
