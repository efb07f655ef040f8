import { parseArgs } from 'node:util';
import { BROWSERS, type BrowserName } from './browsers';
import { STORIES } from './stories';
import type { Story } from './stories/story';

/** What `npm run browsers` was asked to do. */
export interface Options {
  readonly browsers: readonly BrowserName[];
  readonly stories: readonly Story[];
}

/**
 * Reads the arguments of the command: names of browsers, all where there are none, and `--story`, which can be given several times.
 * @throws Error that lists what can be chosen
 */
export function readOptions(args: readonly string[]): Options {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { story: { type: 'string', multiple: true, default: STORIES.map(({ name }) => name) } },
  });
  const names = Object.keys(BROWSERS) as BrowserName[];
  return {
    browsers: positionals.length > 0 ? choose(positionals, names, 'browser') : names,
    stories: choose(
      values.story,
      STORIES.map(({ name }) => name),
      'story',
    ).map((chosen) => STORIES.find(({ name }) => name === chosen)!),
  };
}

function choose<T extends string>(wanted: readonly string[], known: readonly T[], what: string): T[] {
  return wanted.map((one) => {
    const found = known.find((name) => name === one);
    if (found === undefined) throw new Error(`There is no ${what} “${one}”; there are ${known.join(', ')}.`);
    return found;
  });
}
