import { readCaptions } from '../dataset/formats/read-captions';
import type { ImageSource } from '../dataset/sources/image-source';
import { openImageSource } from '../dataset/sources/open-image-source';
import type { Captions } from '../dataset/types';
import { DEMO_MODEL } from '../encoder/catalogue/catalogue';
import { InputError } from '../lib/errors';
import { getBlob } from '../net/fetch';
import type { Choices } from '../protocol/choices';
import { DATA_SOURCES } from '../protocol/options/data';
import type { Dropped } from '../state/store';
import { absolute } from './absolute';

/** Captions and where their pictures come from. */
export interface OpenedData {
  readonly label: string;
  readonly captions: Captions;
  readonly pictures: ImageSource;
}

/**
 * Opens the data that was chosen.
 * @throws InputError where something is missing or malformed, FetchError where a host does not give it
 */
export async function openData(choices: Choices, dropped: Dropped, signal: AbortSignal): Promise<OpenedData> {
  const label = DATA_SOURCES[choices.data].label;
  switch (choices.data) {
    case 'demo':
      return {
        label: DEMO_MODEL.label,
        ...(await fromUrls('demo/captions.json', 'demo/pictures.zip', '', signal)),
      };
    case 'coco-mini':
      return {
        label,
        ...(await fromUrls('coco-mini/captions.json', 'coco-mini/pictures.zip', '', signal)),
      };
    case 'coco': {
      const base = choices.cocoBase.replace(/\/+$/, '');
      const captions = `${base}/annotations/captions_val2017.json`;
      return { label, ...(await fromUrls(captions, `${base}/val2017/`, '', signal)) };
    }
    case 'url':
      if (!choices.captionsUrl || !choices.imagesUrl) {
        throw new InputError('Give the address of a captions file and of its pictures, then run again.');
      }
      return {
        label: choices.captionsUrl,
        ...(await fromUrls(choices.captionsUrl, choices.imagesUrl, choices.imagesIndex, signal)),
      };
    case 'files':
      return { label: dropped.captions?.name ?? label, ...(await fromFiles(dropped, signal)) };
    case 'npz':
      throw new InputError('An .npz holds embeddings, not captions and pictures.');
  }
}

async function fromUrls(captions: string, images: string, index: string, signal: AbortSignal) {
  const place = /\.zip$/i.test(images)
    ? { files: [], zips: [{ name: images, blob: await getBlob(absolute(images), signal) }] }
    : { baseUrl: absolute(images), listUrl: index ? absolute(index) : null };
  return {
    captions: await readCaptions(absolute(captions), signal),
    pictures: await openImageSource(place, signal),
  };
}

async function fromFiles({ captions, pictures, zip }: Dropped, signal: AbortSignal) {
  if (!captions) {
    throw new InputError('There is no captions file yet. Drop one (COCO JSON, CSV, JSON lines) on the page.');
  }
  if (pictures.length === 0 && !zip) {
    throw new InputError('There are no pictures yet. Drop the files, their folder or a zip on the page.');
  }
  const zips = zip ? [{ name: zip.name, blob: zip }] : [];
  return {
    captions: await readCaptions(captions, signal),
    pictures: await openImageSource({ files: pictures, zips }, signal),
  };
}
