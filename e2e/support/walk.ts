import { violations } from './axe';
import { expect, test } from './lab';
import { inWords, MOST_SHIFT, smoothnessOf, watchSmoothness } from './smoothness';

/** A test that walks through the page as a person does: in the end nothing may have moved by itself, and axe finds nothing. */
export const walk = test.extend<{ readonly smooth: undefined }>({
  smooth: [
    async ({ page }, provide, { title }) => {
      await watchSmoothness(page);
      await provide(undefined);
      const seen = await smoothnessOf(page);
      console.log(`${title}: ${inWords(seen)}`);
      expect(seen.cls, JSON.stringify(seen.worst)).toBeLessThanOrEqual(MOST_SHIFT);
      expect(await violations(page)).toEqual([]);
    },
    { auto: true },
  ],
});
