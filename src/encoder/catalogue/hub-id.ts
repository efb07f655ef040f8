/** A repository of a hub: `owner/name`, with the branch, tag or commit after an @ where it is not `main`. */
const HUB_ID = /^([\w.-]+\/[\w.-]+?)(?:@([\w./-]+))?$/;
const COMMIT = /^[0-9a-f]{40}$/;

/** True for `owner/name` and `owner/name@revision`; a path beside the page starts with a slash or a dot, or ends with a slash. */
export const isHubId = (text: string): boolean =>
  HUB_ID.test(text) && !text.startsWith('.') && !text.split(/[/@]/).includes('..');

/** Its parts; only a full commit pins the files, as branches and tags move. */
export function parseHubId(text: string): { id: string; revision: string; pinned: boolean } {
  const [, id, revision = 'main'] = HUB_ID.exec(text)!;
  return { id, revision, pinned: COMMIT.test(revision) };
}
