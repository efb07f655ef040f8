import type { Metric } from '../retrieval/metric';
import { mrr } from '../retrieval/metrics/mrr';
import { ndcg } from '../retrieval/metrics/ndcg';
import { recall } from '../retrieval/metrics/recall';
import type { DirectionResult, Estimate, ResultRow } from './result';

/** A column of exported tables: what files call it, what the screen calls it, and its raw value in a row. */
export interface Column {
  readonly name: string;
  readonly label: string;
  /** Empty for plain numbers and text. */
  readonly unit: '' | 'bytes' | 'MB' | 's' | '1/s';
  readonly group: 'cell' | 'recall' | 'mrr' | 'ndcg' | 'rank' | 'ties' | 'interval' | 'speed' | 'memory';
  /** Null where the cell could not be computed. */
  value(row: ResultRow): string | number | null;
}

type Group = Column['group'];
type Key = 'textToImage' | 'imageToText';

/** The reference calls images "video": its names for the directions, and ours. */
const DIRECTIONS: readonly { readonly prefix: string; readonly key: Key; readonly label: string }[] = [
  { prefix: 't2v', key: 'textToImage', label: 'text→image' },
  { prefix: 'v2t', key: 'imageToText', label: 'image→text' },
];

/** The reference's cut-off; its columns carry it where it was measured, else the first K that was. */
const REFERENCE_K = 10;
const MEGABYTE = 1e6;

/** The cut-off that the reference's columns carry, as its place in ks. */
export function mainPlace(ks: readonly number[]): number {
  return Math.max(0, ks.indexOf(REFERENCE_K));
}

type Pick = (result: DirectionResult) => number;

/** A column for each direction. */
function both(name: string, label: string, unit: Column['unit'], group: Group, pick: Pick): Column[] {
  return DIRECTIONS.map((direction) => ({
    name: `${direction.prefix}_${name}`,
    label: `${label}, ${direction.label}`,
    unit,
    group,
    value: (row) => (row[direction.key] ? pick(row[direction.key]!) : null),
  }));
}

/** A column that needs both directions. */
function joint(
  name: string,
  label: string,
  unit: Column['unit'],
  group: Group,
  value: (t2v: DirectionResult, v2t: DirectionResult) => number,
): Column {
  return {
    name,
    label,
    unit,
    group,
    value: ({ textToImage, imageToText }) =>
      textToImage && imageToText ? value(textToImage, imageToText) : null,
  };
}

/** A metric in each direction and their mean. */
function averaged(name: string, label: string, group: Group, pick: Pick): Column[] {
  return [
    ...both(name, label, '', group, pick),
    joint(`avg_${name}`, `${label}, mean`, '', group, (t2v, v2t) => (pick(t2v) + pick(v2t)) / 2),
  ];
}

function memory(
  name: string,
  label: string,
  unit: 'bytes' | 'MB',
  value: (row: ResultRow) => number,
): Column {
  return { name, label, unit, group: 'memory', value: (row) => (row.memory ? value(row) : null) };
}

/** Bytes allocated for both sides, in 10^6 bytes. */
const megabytes = ({ memory: m }: ResultRow): number => (m!.text + m!.image) / MEGABYTE;

/** Seconds that all queries of a direction take at the median rate. */
const seconds: Pick = ({ queries, speed }) => queries / speed.median;

/** The columns of the reference's detailed_results.csv, in its order (PROTOCOL §8). */
function referenceColumns(ks: readonly number[]): Column[] {
  const place = mainPlace(ks);
  const k = ks[place];
  const cell = (name: string, label: string, value: Column['value']): Column => ({
    name,
    label,
    unit: '',
    group: 'cell',
    value,
  });
  return [
    cell('experiment', 'Experiment', (row) => row.experiment),
    cell('embedding_dim', 'Dimension', (row) => row.dim),
    cell('precision', 'Precision', (row) => row.precision),
    cell('candidate_size', 'Candidates', (row) => row.candidateSize),
    cell('num_samples', 'Pairs', (row) => row.samples),
    ...averaged(`recall@${k}`, `${recall.label}@${k}`, 'recall', (result) => result.recall[place].mean),
    ...averaged('mrr', mrr.label, 'mrr', (result) => result.mrr.mean),
    ...averaged(`ndcg@${k}`, `${ndcg.label}@${k}`, 'ndcg', (result) => result.ndcg[place].mean),
    ...both('time', 'Time for all queries', 's', 'speed', seconds),
    joint('total_time', 'Time', 's', 'speed', (t2v, v2t) => seconds(t2v) + seconds(v2t)),
    memory('memory_usage_mb', 'Memory, both sides', 'MB', megabytes),
    joint(
      'queries_per_second',
      'Queries per second',
      '1/s',
      'speed',
      (t2v, v2t) => (t2v.queries + v2t.queries) / (seconds(t2v) + seconds(v2t)),
    ),
    memory('mb_per_query', 'Memory per pair', 'MB', (row) => megabytes(row) / row.samples),
  ];
}

interface NamedEstimate {
  readonly name: string;
  readonly label: string;
  readonly group: Group;
  readonly pick: (result: DirectionResult) => Estimate;
}

/** Every metric that was measured, each K apart. */
function estimates(ks: readonly number[]): NamedEstimate[] {
  const at = ({ name, label }: Metric, of: (result: DirectionResult) => readonly Estimate[]) =>
    ks.map((k, i) => ({
      name: `${name}@${k}`,
      label: `${label}@${k}`,
      group: name,
      pick: (result: DirectionResult) => of(result)[i],
    }));
  return [
    ...at(recall, (result) => result.recall),
    { name: mrr.name, label: mrr.label, group: mrr.name, pick: (result) => result.mrr },
    ...at(mrr, (result) => result.mrrAt),
    ...at(ndcg, (result) => result.ndcg),
  ];
}

/** An estimate's interval and the bounds that ties allow. */
function bounds({ name, label, pick }: NamedEstimate): Column[] {
  const bound = (suffix: keyof Estimate, words: string, group: Group) =>
    both(`${name}_${suffix}`, `${label}, ${words}`, '', group, (result) => pick(result)[suffix]);
  return [
    ...bound('low', '95 % interval, low', 'interval'),
    ...bound('high', '95 % interval, high', 'interval'),
    ...bound('optimistic', 'ties for', 'ties'),
    ...bound('pessimistic', 'ties against', 'ties'),
  ];
}

/**
 * The only list of columns: of the table, the CSV and the JSON. First the reference's columns in its order, where
 * `mrr` is that of the whole pool; then every other metric (the reference's "mrr" is mrr@10), bounds and costs.
 */
export function columns(ks: readonly number[]): Column[] {
  const reference = referenceColumns(ks);
  const taken = new Set(reference.map(({ name }) => name));
  const measured = estimates(ks);
  return [
    ...reference,
    ...measured
      .filter(({ name }) => !taken.has(`avg_${name}`))
      .flatMap(({ name, label, group, pick }) => averaged(name, label, group, (result) => pick(result).mean)),
    ...both('median_rank', 'Median rank', '', 'rank', (result) => result.medianRank),
    ...both('mean_rank', 'Mean rank', '', 'rank', (result) => result.meanRank),
    ...measured.flatMap(bounds),
    ...both('tied_share', 'Share of tied queries', '', 'ties', (result) => result.tiedShare),
    ...both('queries_per_second', 'Queries per second', '1/s', 'speed', (result) => result.speed.median),
    ...both('queries_per_second_slowest', 'Slowest repeat', '1/s', 'speed', (result) => result.speed.slowest),
    ...both('queries_per_second_fastest', 'Fastest repeat', '1/s', 'speed', (result) => result.speed.fastest),
    memory('text_bytes', 'Texts', 'bytes', (row) => row.memory!.text),
    memory('image_bytes', 'Images', 'bytes', (row) => row.memory!.image),
    memory('bytes_per_vector', 'Bytes per vector', 'bytes', (row) => row.memory!.perVector),
    { name: 'lifted', label: 'Lifted', unit: '', group: 'cell', value: (row) => String(row.lifted) },
    { name: 'note', label: 'Note', unit: '', group: 'cell', value: (row) => row.note },
  ];
}
