import { sortFiles } from '../dataset/sort-files';
import { modelFilesOf } from '../encoder/download/dropped-model';
import { withData } from '../protocol/choices';
import { labStore, notify, setChoices, setDropped } from './store';

/** Takes dropped or picked files into use: they replace those of the same kind, and the kind of data follows them. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  const ofModel = modelFilesOf(files);
  const sorted = await sortFiles(files.filter((file) => !ofModel.includes(file)));
  const { dropped, choices } = labStore.getState();
  const captions = sorted.captionFiles[0] ?? dropped.captions;
  const zip = sorted.zips[0] ?? (sorted.pictureFiles.length > 0 ? null : dropped.zip);
  const pictures =
    sorted.pictureFiles.length > 0 ? sorted.pictureFiles : sorted.zips.length > 0 ? [] : dropped.pictures;
  const npz = sorted.npz[0] ?? dropped.npz;
  const model = ofModel.length > 0 ? ofModel : dropped.model;
  setDropped({ captions, pictures, zip, npz, model });

  if (sorted.npz.length > 0) setChoices((now) => ({ ...withData(now, 'npz'), npzUrl: '' }));
  else if (files.length > ofModel.length && (captions || zip || pictures.length > 0)) {
    if (choices.data !== 'files') setChoices((now) => ({ ...withData(now, 'files'), model: choices.model }));
  }
  if (ofModel.length > 0) setChoices((now) => ({ ...now, model: 'files' }));
  for (const [kind, given] of [
    ['captions', sorted.captionFiles],
    ['zip', sorted.zips],
    ['npz', sorted.npz],
  ] as const) {
    if (given.length > 1) notify(`${given.length} ${kind} files were given; ${given[0].name} is used.`);
  }
  if (sorted.ignored.length > 0) {
    const names = sorted.ignored.slice(0, 3).map((file) => file.name);
    const more = sorted.ignored.length > 3 ? ` and ${sorted.ignored.length - 3} more` : '';
    notify(`Ignored, as these are not captions, pictures, a zip or an npz: ${names.join(', ')}${more}.`);
  }
}
