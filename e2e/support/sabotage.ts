import type { Page } from '@playwright/test';

/** The workers that a test can sabotage, by the names of their files. */
type WorkerName = 'download' | 'encode' | 'evaluate' | 'keep' | 'prepare';

/** Runs code in workers of one kind before their own: in all, or in the first so many. */
export const sabotage = (page: Page, worker: WorkerName, code: string, times?: number) =>
  page.route(
    `**/${worker}.worker-*.js`,
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${code}\n${await response.text()}` });
    },
    times === undefined ? {} : { times },
  );
