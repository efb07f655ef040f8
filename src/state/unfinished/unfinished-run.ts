import * as v from 'valibot';
import type { Choices } from '../../protocol/choices';
import { DATA_SOURCES } from '../../protocol/options/data';
import type { UserFiles } from '../../run/request';
import type { StageEvent } from '../../run/events';
import { slotsOf } from '../kept/slots';
import { toFragment } from '../link';

/** What is written down of a run while it is under way, so that it can be offered again where it did not come to its end. */
export interface UnfinishedRun {
  readonly id: string;
  /** The choices as a link's fragment. */
  readonly fragment: string;
  /** The data as the page names it. */
  readonly data: string;
  /** Which of the person's files it reads, by their id; null where it reads none. */
  readonly filesId: string | null;
  /** When it began, ISO 8601. */
  readonly started: string;
  /** Pictures of the run, and how many of them are embedded; null before that is known. */
  readonly pictures: { readonly done: number; readonly total: number } | null;
}

const schema: v.GenericSchema<unknown, UnfinishedRun> = v.object({
  id: v.string(),
  fragment: v.string(),
  data: v.string(),
  filesId: v.nullable(v.string()),
  started: v.pipe(v.string(), v.isoTimestamp()),
  pictures: v.nullable(v.object({ done: v.number(), total: v.number() })),
});

/** A record that this page wrote; null where it is damaged or of another version. */
export function parseUnfinished(value: unknown): UnfinishedRun | null {
  const { success, output } = v.safeParse(schema, value);
  return success ? output : null;
}

/**
 * The record of a run that begins.
 * @param filesId of the files that the page remembers
 */
export const beginning = (
  id: string,
  { choices, files }: { readonly choices: Choices; readonly files: UserFiles },
  filesId: string | null,
  started: string,
): UnfinishedRun => ({
  id,
  fragment: toFragment(choices),
  data: nameOf(choices, files),
  filesId: slotsOf(choices).length > 0 ? filesId : null,
  started,
  pictures: null,
});

/** The record after the progress of a stage. */
export const further = (run: UnfinishedRun, { name, done, total }: StageEvent): UnfinishedRun =>
  name === 'images' ? { ...run, pictures: { done, total } } : run;

function nameOf({ data, dataset, captionsUrl, npzUrl }: Choices, { captions, vectors }: UserFiles): string {
  const { label } = DATA_SOURCES[data];
  const named = {
    hub: dataset,
    url: captionsUrl,
    files: captions?.name,
    npz: npzUrl || vectors.map(({ name }) => name).join(', '),
  };
  return (data in named && named[data as keyof typeof named]) || label;
}
