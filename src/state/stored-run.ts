import * as v from 'valibot';
import { APPLIED_PROJECTIONS, PRECISIONS } from '../protocol/compression';
import { leftOutSchema, runRecordSchema } from '../protocol/run-record';
import type { Estimate } from '../retrieval/metrics/measures';
import { forEachMetric } from '../retrieval/metrics/measures';
import { METRIC_KEYS } from '../retrieval/metrics/metrics';
import type { StageName } from '../run/progress';
import type { ResultRow } from '../sweep/results/result';
import type { RunState } from './lab-state';

/** What a stored run must look like to be shown again: an older version of this page may have stored it, or parts may be lost. */

const oneOf = <T extends string>(names: Readonly<Record<T, true>>) => v.picklist(Object.keys(names) as T[]);
const text = v.string();
/** NaN is one: a metric of no queries is not a number. */
const number = v.custom<number>((value) => typeof value === 'number');

const perMetric = <T extends v.GenericSchema>(metric: T) =>
  forEachMetric(
    () => metric,
    () => v.array(metric),
  );

const estimate: v.GenericSchema<unknown, Estimate> = v.object({
  mean: number,
  optimistic: number,
  pessimistic: number,
  low: number,
  high: number,
});
const difference = v.exactOptional(
  v.object(perMetric(v.object({ mean: number, low: number, high: number }))),
);

const speed = v.object({ median: number, slowest: number, fastest: number });

const direction = v.object({
  ...perMetric(estimate),
  queries: number,
  candidates: number,
  medianRank: number,
  meanRank: number,
  tiedShare: number,
  speed,
  difference,
  loss: v.exactOptional(
    v.array(v.object({ total: number, pool: number, dimension: number, precision: number })),
  ),
});

const row: v.GenericSchema<unknown, ResultRow> = v.object({
  experiment: text,
  dim: number,
  projection: v.picklist(APPLIED_PROJECTIONS),
  precision: v.picklist(PRECISIONS),
  candidateSize: number,
  wholeGallery: v.boolean(),
  samples: number,
  lifted: v.boolean(),
  note: text,
  textToImage: direction,
  imageToText: direction,
  mean: v.object({ ...perMetric(estimate), difference }),
  memory: v.object({ text: number, image: number, perVector: number }),
  gallerySpeed: v.exactOptional(
    v.object({
      textToImage: speed,
      imageToText: speed,
      method: v.object({ samples: number, sampleMs: number, threads: number, device: text }),
    }),
  ),
});

const stage = v.object({
  name: oneOf<StageName>({
    captions: true,
    model: true,
    encoder: true,
    images: true,
    texts: true,
    sweep: true,
  }),
  done: number,
  total: number,
  unit: text,
  started: number,
  updated: number,
  free: number,
  detail: text,
});

const run: v.GenericSchema<unknown, RunState> = v.object({
  status: oneOf<RunState['status']>({ idle: true, running: true, done: true, cancelled: true, failed: true }),
  stages: v.array(stage),
  plannedRows: number,
  rows: v.array(row),
  leftOut: v.array(leftOutSchema),
  caveats: v.array(text),
  record: v.nullable(runRecordSchema),
  error: v.nullable(text),
  mayPass: v.optional(v.boolean(), true),
  retried: v.optional(v.nullable(v.object({ asked: number, recovered: number })), null),
  waiting: v.optional(
    v.nullable(
      v.object({
        host: text,
        reason: v.picklist(['asked', 'busy', 'silent', 'failed']),
        since: number,
        until: number,
      }),
    ),
    null,
  ),
  restored: v.boolean(),
});

/** Every row has a value for each K of its run. */
function hasAllKs({ rows, record }: RunState): boolean {
  if (!record) return rows.length === 0;
  const count = record.sweep.ks.length;
  return rows.every(({ textToImage, imageToText, mean }) =>
    [textToImage, imageToText, mean].every((part) => METRIC_KEYS.every((key) => part[key].length === count)),
  );
}

/** A stored run as it is shown after a reload; null where it is not one of this version of the page, or damaged. */
export function parseStoredRun(value: unknown): RunState | null {
  const { success, output } = v.safeParse(run, value);
  if (!success || !hasAllKs(output)) return null;
  return {
    ...output,
    restored: true,
    waiting: null,
    status: output.status === 'running' ? 'cancelled' : output.status,
  };
}
