import { readCaptions } from '../../dataset/formats/read-captions';
import { localSource } from '../../dataset/sources/local';
import { openImageSource } from '../../dataset/sources/open-image-source';
import type { Captions } from '../../dataset/types';
import type { CaptionsFile, ReadingChoice } from '../../dataset/formats/captions-formats';
import { missingFrom } from '../../dataset/dropped/missing-from';
import { openDropped } from '../../dataset/dropped/open-dropped';
import { readingCaveat } from '../../dataset/formats/reading-caveat';
import { DEMO_MODEL } from '../../encoder/catalogue/catalogue';
import { InputError } from '../../lib/errors';
import { getBlob } from '../../net/fetch';
import { DATA_SOURCES } from '../../protocol/options/data';
import { openCoco } from './open-coco';
import { openHubData } from './open-hub-data';
import type { OpenedData } from './opened-data';
import type { RunContext, RunRequest, UserFiles } from '../request';

/**
 * Opens the chosen data.
 * @throws InputError where something is missing or malformed, FetchError where a host does not serve it
 */
export async function openData({ choices, files }: RunRequest, context: RunContext): Promise<OpenedData> {
  const label = DATA_SOURCES[choices.data].label;
  const open = (captions: string, images: string, index = '') =>
    fromUrls({ captions, images, index }, choices, context);
  switch (choices.data) {
    case 'demo':
      return { label: DEMO_MODEL.label, ...(await open('demo/captions.json', 'demo/pictures.zip')) };
    case 'coco-mini':
      return { label, ...(await open('coco-mini/captions.json', 'coco-mini/pictures.zip')) };
    case 'coco':
      return { label, ...(await openCoco(choices, context)) };
    case 'hub':
      return { label: choices.dataset, ...(await openHubData(choices, context)) };
    case 'url': {
      const { captionsUrl, imagesUrl, imagesIndex } = choices;
      if (!captionsUrl || !imagesUrl) {
        throw new InputError('Enter the addresses of a captions file and of its pictures, then run again.');
      }
      return { label: captionsUrl, ...(await open(captionsUrl, imagesUrl, imagesIndex)) };
    }
    case 'files':
      return { label: files.captions?.name ?? label, ...(await fromFiles(files, choices, context)) };
    case 'npz':
      throw new InputError('An .npz holds embeddings, not captions and pictures.');
  }
}

/** Relative URLs are taken from the page; `index` is the JSON list of a folder's files, empty where there is none. */
async function fromUrls(
  { captions, images, index }: { captions: string; images: string; index: string },
  choice: ReadingChoice,
  context: RunContext,
) {
  const {
    ports: { browser },
    signal,
    network,
  } = context;
  const imagesUrl = browser.absolute(images);
  const place = /\.zip$/i.test(images)
    ? { files: [], zips: [{ name: images, blob: await getBlob(imagesUrl, signal, network) }] }
    : { baseUrl: imagesUrl, listUrl: index ? browser.absolute(index) : null };
  return {
    captions: captionsOf(await readCaptions(browser.absolute(captions), choice, signal, network), context),
    pictures: await openImageSource(place, signal, network),
  };
}

async function fromFiles(files: UserFiles, choice: ReadingChoice, context: RunContext) {
  const dropped = await openDropped(files, choice, context.signal);
  const missing = missingFrom(dropped, files);
  if (missing !== null) throw new InputError(missing);
  return { captions: captionsOf(dropped.file!, context), pictures: localSource(dropped.pictures) };
}

/** The captions of a file; what was guessed or chosen of it is said. */
function captionsOf(file: CaptionsFile, { emit }: RunContext): Captions {
  const sentence = readingCaveat(file);
  if (sentence !== null) emit({ kind: 'caveat', sentence });
  return file.captions;
}
