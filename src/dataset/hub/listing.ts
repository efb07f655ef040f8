import * as v from 'valibot';
import { InputError } from '../../lib/errors';
import { parseJson } from '../../lib/json';
import { get } from '../../net/fetch';
import { httpError } from '../../net/http-error-messages';
import type { RetryPolicy } from '../../net/retry-policy';
import { decodeText } from '../text/decode-text';

/** One of the Parquet files of a split, as the hub lists it. */
export interface ListedFile {
  readonly url: string;
  /** Bytes. */
  readonly size: number;
}

/** A part of a data set that is read by itself: "test" of the config "default". */
export interface HubSplit {
  readonly config: string;
  readonly split: string;
  readonly files: readonly ListedFile[];
}

/** Fields that are not named are ignored. */
const answerSchema = v.object({
  parquet_files: v.array(
    v.object({
      config: v.string(),
      split: v.string(),
      url: v.pipe(v.string(), v.url(), v.regex(/^https?:/i)),
      size: v.pipe(v.number(), v.safeInteger(), v.minValue(12)),
    }),
  ),
});

/**
 * The splits of a data set of the hub, each with the Parquet files that its rows are in, as the datasets server lists them.
 * @param server its address, without a slash at the end
 * @param dataset `owner/name`
 * @throws InputError where there is no such data set or it has no Parquet files, FetchError where the server does not answer
 */
export async function listSplits(
  server: string,
  dataset: string,
  signal: AbortSignal,
  policy?: RetryPolicy,
): Promise<HubSplit[]> {
  const url = `${server.replace(/\/+$/, '')}/parquet?dataset=${encodeURIComponent(dataset)}`;
  const { status, body } = await get(url, signal, policy);
  const host = new URL(url).host;
  if (status === 401 || status === 404) {
    throw new InputError(
      `${host} knows no public data set ${dataset} (${status}): check its name, owner/name, as the hub writes it.`,
    );
  }
  if (status !== 200) throw httpError(url, status);
  return splitsOf(await decodeText(body, url), url, dataset);
}

/**
 * The splits in an answer of the datasets server.
 * @param url where it is from, for messages
 * @throws InputError where it is anything else, or lists no files
 */
export function splitsOf(text: string, url: string, dataset: string): HubSplit[] {
  const parsed = v.safeParse(answerSchema, parseJson(text, url));
  if (!parsed.success) {
    throw new InputError(`${url} is not a list of Parquet files: check the address of the datasets server.`);
  }
  const splits = new Map<string, HubSplit & { files: ListedFile[] }>();
  for (const { config, split, url: file, size } of parsed.output.parquet_files) {
    const key = JSON.stringify([config, split]);
    const known = splits.get(key) ?? { config, split, files: [] };
    known.files.push({ url: file, size });
    splits.set(key, known);
  }
  if (splits.size === 0) throw new InputError(`${new URL(url).host} has no Parquet files of ${dataset}.`);
  return [...splits.values()];
}

/** Where nothing was chosen, the split that a retrieval benchmark would use. */
const USUAL_SPLITS = ['test', 'validation', 'val', 'dev'];

/**
 * The split of a config; where they are empty, the usual ones.
 * @throws InputError that names those there are
 */
export function chooseSplit(splits: readonly HubSplit[], config: string, split: string): HubSplit {
  const configs = [...new Set(splits.map((one) => one.config))];
  const chosenConfig = config || (configs.includes('default') ? 'default' : configs[0]);
  const ofConfig = splits.filter((one) => one.config === chosenConfig);
  const named = (name: string) => ofConfig.find((one) => one.split === name);
  const found = split ? named(split) : (USUAL_SPLITS.map(named).find(Boolean) ?? ofConfig[0]);
  if (found) return found;
  throw new InputError(
    ofConfig.length === 0
      ? `The data set has no config “${config}”, but ${configs.join(', ')}.`
      : `The data set has no split “${split}” in its config ${chosenConfig}, but ${ofConfig.map((one) => one.split).join(', ')}.`,
  );
}
