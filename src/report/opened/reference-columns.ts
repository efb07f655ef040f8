import { InputError } from '../../lib/errors';
import { describeJson, isObject, type JsonObject } from '../../lib/json';
import { DIRECTIONS, type Direction } from '../../protocol/direction';
import { keyIn } from '../columns/column';
import { Fields } from './fields';

/** The reference counts its megabytes in 2^20 bytes, of its texts' vectors alone. */
const REFERENCE_MB = 2 ** 20;

/** Precisions that the reference calls otherwise than this page, which has better ones of the same name. */
const ITS_OWN: Readonly<Record<string, string>> = { int8: 'reference-int8', int4: 'reference-int4' };

const NAMES: Readonly<Record<Direction, string>> = {
  textToImage: 'text_to_video',
  imageToText: 'video_to_text',
};

/** Whether an object is the reference's `experiment_results.json`: an entry for each cell, with its metrics or why it failed. */
export const isReferenceResults = (json: JsonObject): boolean => {
  const entries = Object.values(json);
  return (
    entries.length > 0 && entries.every((entry) => isObject(entry) && (isMeasured(entry) || isFailed(entry)))
  );
};

const isMeasured = (entry: JsonObject): boolean =>
  Object.values(NAMES).every((name) => Object.hasOwn(entry, name));
const isFailed = (entry: JsonObject): boolean => Object.hasOwn(entry, 'error');

/** The cells of the reference's results as rows of its `detailed_results.csv`, and the names of those that failed. */
export function referenceRows(json: JsonObject, file: string): { rows: JsonObject[]; failed: string[] } {
  const failed: string[] = [];
  const rows = Object.entries(json).flatMap(([experiment, cell]) => {
    if (!isObject(cell) || isFailed(cell)) {
      failed.push(experiment);
      return [];
    }
    const part = (name: string): JsonObject => {
      const value = Object.hasOwn(cell, name) ? cell[name] : undefined;
      if (isObject(value)) return value;
      throw new InputError(
        `${file}, ${experiment}: ${name} is ${describeJson(value)}, not an object as the reference writes it.`,
      );
    };
    const { embedding_dim, precision, candidate_size, num_queries } = part('config');
    const timing = part('timing');
    return [
      {
        experiment,
        embedding_dim,
        precision,
        candidate_size,
        num_samples: num_queries,
        ...Object.fromEntries(
          DIRECTIONS.flatMap((direction) => [
            ...Object.entries(part(NAMES[direction])).map(([key, value]) => [keyIn(direction, key), value]),
            [keyIn(direction, 'time'), timing[`${NAMES[direction]}_time`]],
          ]),
        ),
        memory_usage_mb: cell.memory_usage_mb,
      },
    ];
  });
  return { rows, failed };
}

/**
 * A row of the reference in the columns of this page. Nothing is added that does not follow from the reference's own
 * definitions: texts and images are one to one; a pool of all of them is the whole gallery; it looks at the first K alone, so
 * that its MRR is MRR@K of the largest K.
 */
export function asLabColumns(columns: JsonObject, where: string, ks: readonly number[]): JsonObject {
  const fields = new Fields(columns, where);
  const samples = fields.count('num_samples', 1e9);
  const candidates = Math.min(fields.count('candidate_size', 1e9), samples);
  const precision = fields.text('precision');
  const bytes = fields.number('memory_usage_mb') * REFERENCE_MB;
  const known = (value: number) => (Number.isNaN(value) ? null : value);
  return {
    ...Object.fromEntries(
      Object.entries(columns).filter(([key]) => /^(t2v|v2t)_(recall|ndcg)@\d+$/.test(key)),
    ),
    ...Object.fromEntries(
      DIRECTIONS.flatMap((direction) => {
        const time = fields.number(keyIn(direction, 'time'));
        return [
          [`mrr@${Math.max(...ks)}`, known(fields.number(keyIn(direction, 'mrr')))],
          ['time', known(time)],
          ['queries_per_second', time > 0 ? samples / time : null],
          ['candidates', candidates],
        ].map(([key, value]) => [keyIn(direction, String(key)), value]);
      }),
    ),
    experiment: fields.text('experiment'),
    embedding_dim: fields.number('embedding_dim'),
    precision: ITS_OWN[precision] ?? precision,
    candidate_size: candidates,
    num_samples: samples,
    projection: 'given',
    whole_gallery: String(candidates === samples),
    lifted: 'false',
    text_bytes: known(bytes),
    bytes_per_vector: known(bytes / samples),
  };
}
