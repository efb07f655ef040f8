import { TEXT_AND_IMAGE, type SideNames } from '../../protocol/side-names';
import type { Column } from './column';
import { both, cell, memory, withSides } from './column';
import { bounds, differences, losses, means, metricsAt, ofBothDirections } from './metric-columns';
import { BASELINE } from '../finding/sentences';
import { upperFirst } from '../formats/format';
import { referenceColumns } from './reference-columns';
import { GALLERY_SPEEDS, ROUGH_SPEEDS } from './speed-columns';

/**
 * The only list of columns: of the table on the page, the CSV, the JSON and the command's table. First the reference's
 * columns in its order, where `mrr` is that of the whole pool; then every other metric (the reference's "mrr" is mrr@10),
 * bounds, costs, paired differences and losses.
 * @param sides what the items are called in labels and titles; keys are the same for all
 * @param baseline what the rows' differences are from, in words
 */
export function columns(
  ks: readonly number[],
  sides: SideNames = TEXT_AND_IMAGE,
  baseline = BASELINE,
): Column[] {
  const reference = referenceColumns(ks, sides);
  const taken = new Set(reference.map(({ key }) => key));
  const metrics = metricsAt(ks);
  const { text, image } = sides;
  return [
    ...reference,
    cell(
      {
        key: 'projection',
        label: 'Projection',
        title:
          'How the vectors came to their dimension: none for the untouched ones, given where the file holds them, else the projection',
        unit: '',
      },
      (row) => row.projection,
    ),
    cell(
      {
        key: 'whole_gallery',
        label: 'Whole gallery',
        title: `Whether each query is ranked in the whole gallery; candidate_size is then the number of its ${image.many}`,
        unit: '',
      },
      (row) => String(row.wholeGallery),
    ),
    ...both(
      {
        key: 'candidates',
        label: 'Candidates',
        title: 'Candidates that each query is ranked among',
        unit: 'count',
        group: 'cell',
      },
      (result) => result.candidates,
    ),
    ...metrics.filter(({ key }) => !taken.has(`avg_${key}`)).flatMap(means),
    ...both(
      {
        key: 'median_rank',
        label: 'Median rank',
        title: 'Median rank of the first relevant item in the pool',
        unit: 'rank',
        group: 'rank',
      },
      (result) => result.medianRank,
    ),
    ...both(
      {
        key: 'mean_rank',
        label: 'Mean rank',
        title: 'Mean rank of the first relevant item in the pool',
        unit: 'rank',
        group: 'rank',
      },
      (result) => result.meanRank,
    ),
    ...metrics.flatMap(bounds),
    ...both(
      {
        key: 'tied_share',
        label: 'Tied',
        title: 'Share of queries whose first relevant item ties with another',
        unit: 'percent',
        group: 'ties',
      },
      (result) => result.tiedShare,
    ),
    ...ROUGH_SPEEDS,
    ...GALLERY_SPEEDS,
    memory(
      {
        key: 'text_bytes',
        label: `${upperFirst(text.one)} bytes`,
        title: `Bytes of all ${text.one} vectors`,
        unit: 'bytes',
      },
      ({ text }) => text,
    ),
    memory(
      {
        key: 'image_bytes',
        label: `${upperFirst(image.one)} bytes`,
        title: `Bytes of all ${image.one} vectors`,
        unit: 'bytes',
      },
      ({ image }) => image,
    ),
    memory(
      {
        key: 'bytes_per_vector',
        label: 'Bytes/vector',
        title: 'Bytes of one stored gallery vector, scales included',
        unit: 'bytes',
      },
      ({ perVector }) => perVector,
    ),
    ...metrics.flatMap((metric) => differences(metric, baseline)),
    ...metrics.flatMap((metric) => ofBothDirections(metric, baseline)),
    ...ks.flatMap(losses),
    cell(
      {
        key: 'lifted',
        label: 'Enlarged',
        title: 'Whether the dimension is larger than the model’s own, which adds no information',
        unit: '',
      },
      (row) => String(row.lifted),
    ),
    cell({ key: 'note', label: 'Note', unit: '' }, (row) => row.note),
  ].map(withSides(sides));
}
