import type { OneThread } from '../../state/offline/host-state';

/** The words on the page's host and its versions. */

export const HOST = {
  update: 'A new version of this page is ready.',
  updateAfterRun: 'A new version of this page is ready. It waits until the run has ended.',
  takeUpdate: 'Reload to update',
  oneThread: {
    'until-reload':
      'This visit works with one thread, which is slower: the host does not let threads share memory. After a reload the page takes care of that itself.',
    refused:
      'This page works with one thread, which is slower: the host does not let threads share memory, and this browser does not either. Results are the same.',
    'no-shared-memory':
      'This page works with one thread, which is slower: this browser has no memory that threads share. Results are the same.',
    'no-service-worker':
      'This page works with one thread, which is slower: the host does not let threads share memory, and this browser does not let the page (by a service worker). Results are the same.',
  } satisfies Record<OneThread, string>,
  reload: 'Reload',
};
