import { pair } from '../../dataset/pairing/pair';
import { distinctImages, twinShare } from '../../dataset/pairing/twins';
import type { ImageSource } from '../../dataset/sources/image-source';
import type { Dataset } from '../../dataset/types';
import type { PoolSize } from '../../protocol/pools';
import type { RunRecord } from '../../protocol/run-record';
import { openData } from './open-data';
import { openRelevance, type RightOf } from './open-relevance';
import type { OpenedData } from './opened-data';
import type { RunContext, RunRequest } from '../request';

/** Captions and pictures, paired but not embedded yet. */
export interface Pairs {
  /** As the page names the data. */
  readonly label: string;
  readonly dataset: Dataset;
  readonly pictures: ImageSource;
  /** What the record of a run says of the captions file. */
  readonly captions: Pick<RunRecord['data'], 'captionsSkipped' | 'captionsTrimmed'>;
  readonly leftOut: RunRecord['data']['leftOut'];
  /** The right pictures of each caption of a part of the dataset; null where each has its own alone. */
  readonly rightOf: RightOf | null;
  /** As `OpenedData` has it. */
  readonly origin: OpenedData['origin'];
}

/** Opens captions and pictures and pairs them as chosen; throws as `openData` and `pair` do. */
export async function openPairs(request: RunRequest, context: RunContext): Promise<Pairs> {
  const { emit } = context;
  const { pairing, samples, sweep } = request.choices;
  emit({ kind: 'stage', name: 'captions', done: 0, total: 0, unit: 'captions' });
  const { label, captions, pictures, origin } = await openData(request, context);
  const { dataset, leftOut, captionsSkipped } = pair(captions, {
    pairing,
    samples,
    available: pictures.names,
  });
  const rightOf = await openRelevance(request.choices.relevance, captions, context);
  // Pictures that were not judged are found before anything is embedded.
  rightOf?.(dataset);
  const total = captions.captions.length;
  emit({ kind: 'stage', name: 'captions', done: total, total, unit: 'captions' });
  emit({ kind: 'left-out', items: leftOut });
  if (samples !== null && dataset.images.length < samples) {
    const things = pairing === 'reference' ? 'captions' : 'pictures';
    emit({
      kind: 'caveat',
      sentence: `${samples} ${things} were requested, but the data has only ${dataset.images.length}.`,
    });
  }
  if (pairing === 'reference') {
    emit({ kind: 'caveat', sentence: twinCaveat(dataset, sweep.candidateSizes) });
  }
  return {
    label,
    dataset,
    pictures,
    captions: { captionsSkipped, captionsTrimmed: captions.trimmed },
    leftOut,
    origin,
    rightOf,
  };
}

function twinCaveat(dataset: Dataset, pools: readonly PoolSize[]): string {
  const pool = Math.max(...pools.map((size) => (size === 'all' ? Infinity : size)));
  const share = (100 * twinShare(dataset, pool)).toFixed(0);
  const where = pool < dataset.images.length ? `a pool of ${pool}` : 'the whole gallery';
  return (
    `With the pairing “reference”, the ${dataset.images.length} gallery entries are only ${distinctImages(dataset)} different pictures. ` +
    `In ${where}, ${share} % of queries find a second copy of the right picture, so no model can reach 1.`
  );
}
