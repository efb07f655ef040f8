import { parseFurtherPictures } from '../../dataset/relevance/further-pictures';
import { rightImages, type RightImages } from '../../dataset/relevance/right-images';
import type { Captions, Dataset } from '../../dataset/types';
import { getBlob } from '../../net/fetch';
import type { Relevance } from '../../protocol/relevance';
import type { RunContext } from '../request';

/** The right image rows of each text row of a dataset; throws as `rightImages` does. */
export type RightOf = (dataset: Dataset) => RightImages;

/** Where further right pictures are from, as a run's record names it. */
export const FURTHER: Readonly<Record<Relevance, string>> = {
  own: 'none',
  eccv: 'ECCV-Caption',
  cxc: 'CxC',
};

/**
 * Reads the further right pictures that were chosen, from files beside the page; null where none were.
 * @throws FetchError where they are not there
 */
export async function openRelevance(
  relevance: Relevance,
  captions: Captions,
  { ports: { browser }, signal, network }: RunContext,
): Promise<RightOf | null> {
  if (relevance === 'own') return null;
  const name = `relevance/${relevance}.json`;
  const file = await getBlob(browser.absolute(name), signal, network);
  const further = parseFurtherPictures(await file.text(), name);
  return (dataset) => rightImages(further, captions, dataset);
}
