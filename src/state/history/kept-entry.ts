import * as v from 'valibot';
import { baseName } from '../../lib/base-name';
import type { DeepReadonly } from '../../lib/deep-readonly';
import { PRECISIONS } from '../../protocol/compression';
import type { RunRecord } from '../../protocol/run-record';
import { sideNamesSchema } from '../../protocol/side-names';
import { primaryKIndex } from '../../sweep/results/primary-k';
import type { ResultRow } from '../../sweep/results/result';

const text = v.string();
const number = v.number();

const schema = v.object({
  /** When the run began, ISO 8601: tells it from all others. */
  id: v.pipe(text, v.isoTimestamp()),
  /** Made from the data and the model until somebody changes it. */
  name: text,
  starred: v.boolean(),
  /** The choices as a link's fragment. */
  fragment: text,
  /** Whether it came to its end, was stopped, or failed on the way: then it has some of its rows. */
  status: v.picklist(['done', 'cancelled', 'failed']),
  /** The file that the results were read from, and whose columns it has; absent for a run of this browser. */
  opened: v.exactOptional(v.object({ file: text, origin: v.picklist(['lab', 'reference']) })),
  texts: number,
  images: number,
  sides: v.exactOptional(sideNamesSchema),
  model: v.nullable(text),
  device: text,
  rows: number,
  /** About how many bytes its results take; absent in entries of older versions. */
  bytes: v.exactOptional(number),
  /** The cell that finds most, by Recall@K of text→image among the largest pool. */
  best: v.object({
    experiment: text,
    dim: number,
    precision: v.picklist(PRECISIONS),
    k: number,
    recall: number,
    candidates: number,
  }),
});

/** What a list shows of a kept run. */
export type KeptEntry = DeepReadonly<v.InferOutput<typeof schema>>;

/** A name that no other entry has: with a number behind it where one has that name already. */
export function freeName(name: string, others: readonly Pick<KeptEntry, 'name'>[]): string {
  const taken = new Set(others.map((entry) => entry.name));
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name} (${number})`;
  return free;
}

/** A stored entry; null where it is not one of this version of the page, or damaged. */
export function parseKeptEntry(value: unknown): KeptEntry | null {
  const { success, output } = v.safeParse(schema, value);
  return success ? output : null;
}

/** What of a run its entry tells. */
interface EndedRun {
  readonly status: KeptEntry['status'] | 'idle' | 'running';
  readonly record: RunRecord | null;
  readonly rows: readonly ResultRow[];
}

/** The entry of a run that has ended; null where it has no rows, so that there is nothing to keep. */
export function entryOf({ record, rows, status }: EndedRun, fragment: string): KeptEntry | null {
  if (!record || rows.length === 0 || status === 'idle' || status === 'running') return null;
  const { data, model, device, sweep, started, opened } = record;
  return {
    id: started,
    name: nameOf(data.label, model),
    starred: false,
    fragment,
    status,
    ...(opened && { opened: { file: opened.file, origin: opened.origin } }),
    texts: data.texts,
    images: data.images,
    ...(data.sides && { sides: data.sides }),
    model: model ? `${model.id} ${model.dtype}` : null,
    device: device.name,
    rows: rows.length,
    best: bestOf(rows, sweep.ks),
  };
}

/** What tells a run from others first, so that it is still read where there is room for little. */
const nameOf = (data: string, model: RunRecord['model']): string =>
  [model && `${baseName(model.id)} ${model.dtype}`, data.split(': ')[0]].filter(Boolean).join(' · ');

function bestOf(rows: readonly ResultRow[], ks: readonly number[]): KeptEntry['best'] {
  const kIndex = primaryKIndex(ks);
  const recallOf = ({ textToImage }: ResultRow) => textToImage.recall[kIndex].mean;
  const largest = Math.max(...rows.map(({ textToImage }) => textToImage.candidates));
  const best = rows
    .filter(({ textToImage }) => textToImage.candidates === largest)
    .reduce((one, other) => (recallOf(other) > recallOf(one) ? other : one));
  const { experiment, dim, precision } = best;
  return { experiment, dim, precision, k: ks[kIndex], recall: recallOf(best), candidates: largest };
}
