import type { Column } from './column';
import { both, cell, memory } from './column';
import { bounds, differences, losses, means, metricsAt, ofBothDirections } from './metric-columns';
import { referenceColumns } from './reference-columns';

/**
 * The only list of columns: of the table, the CSV and the JSON. First the reference's columns in its order, where
 * `mrr` is that of the whole pool; then every other metric (the reference's "mrr" is mrr@10), bounds, costs, paired
 * differences and losses.
 */
export function columns(ks: readonly number[]): Column[] {
  const reference = referenceColumns(ks);
  const taken = new Set(reference.map(({ name }) => name));
  const metrics = metricsAt(ks);
  return [
    ...reference,
    ...metrics.filter(({ name }) => !taken.has(`avg_${name}`)).flatMap(means),
    ...both('median_rank', 'Median rank', '', 'rank', (result) => result.medianRank),
    ...both('mean_rank', 'Mean rank', '', 'rank', (result) => result.meanRank),
    ...metrics.flatMap(bounds),
    ...both('tied_share', 'Share of tied queries', '', 'ties', (result) => result.tiedShare),
    ...both('queries_per_second', 'Queries per second', '1/s', 'speed', (result) => result.speed.median),
    ...both('queries_per_second_slowest', 'Slowest repeat', '1/s', 'speed', (result) => result.speed.slowest),
    ...both('queries_per_second_fastest', 'Fastest repeat', '1/s', 'speed', (result) => result.speed.fastest),
    memory('text_bytes', 'Texts', 'bytes', (row) => row.memory!.text),
    memory('image_bytes', 'Images', 'bytes', (row) => row.memory!.image),
    memory('bytes_per_vector', 'Bytes per vector', 'bytes', (row) => row.memory!.perVector),
    ...metrics.flatMap(differences),
    ...metrics.flatMap(ofBothDirections),
    ...ks.flatMap(losses),
    cell('lifted', 'Lifted', (row) => String(row.lifted)),
    cell('note', 'Note', (row) => row.note),
  ];
}
