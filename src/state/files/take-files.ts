import { namedApart } from '../../dataset/named-apart';
import { sortFiles, type SortedFiles } from '../../dataset/sort-files';
import { vectorFilesOfZip } from '../../dataset/vectors/files-of-zip';
import { modelFilesOf } from '../../encoder/download/dropped-model';
import { messageOf } from '../../lib/errors';
import { withData, type Choices } from '../../protocol/choices';
import { isResultsFile } from '../../report/opened/is-results-file';
import type { UserFiles } from '../../run/request';
import { openResults } from '../history/open-results';
import { answerTo } from '../kept/answer';
import { fillIn } from '../kept/restore-files';
import { labStore, notify, setChoices, setFiles } from '../store';

/** Puts dropped or picked files to use: in the places of those that were asked for again, or else as new ones. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  const answer = await answerTo(labStore.getState().missing, files);
  if (answer) {
    answer.wrong.forEach(notify);
    return fillIn(answer.fitting);
  }
  const model = modelFilesOf(files);
  const others: File[] = [];
  for (const file of files.filter((one) => !model.includes(one))) {
    if (await isResultsFile(file)) await openResults(file);
    else others.push(file);
  }
  if (files.length > 0 && others.length + model.length === 0) return;
  const sorted = await sortFiles((await Promise.all(namedApart(others).map(unpacked))).flat());
  const { files: before, choices } = labStore.getState();
  const taken = placeFiles(before, choices, sorted, model);
  setFiles(taken.files);
  setChoices(() => taken.choices);
  taken.notices.forEach(notify);
}

/** The vectors and what stands beside them where a file is a zip of these; else the file itself. A fault is said. */
async function unpacked(file: File): Promise<readonly File[]> {
  if (!/\.zip$/i.test(file.name)) return [file];
  try {
    return (await vectorFilesOfZip(file)) ?? [file];
  } catch (error) {
    notify(messageOf(error));
    return [];
  }
}

/**
 * Files in their places: they replace those of the same kind, and the choice of data and model follows them.
 * @param model files of a model; none where none was given
 */
export function placeFiles(
  before: UserFiles,
  choices: Choices,
  sorted: SortedFiles,
  model: readonly File[],
): { readonly files: UserFiles; readonly choices: Choices; readonly notices: readonly string[] } {
  const { captionFiles, pictureFiles, zips, tars, texts, vectors, besideVectors } = sorted;
  const hasPictures = pictureFiles.length + zips.length + tars.length > 0;
  const joins = joinsArrays(before.vectors, vectors);
  const isOtherSet = vectors.length > 0 && before.vectors.length > 0 && !joins;
  const files = {
    captions: captionFiles[0] ?? (texts.length > 0 ? null : before.captions),
    texts: texts.length > 0 ? texts : captionFiles.length > 0 ? [] : before.texts,
    ...(hasPictures
      ? { pictures: pictureFiles, zip: zips[0] ?? null, tars }
      : { pictures: before.pictures, zip: before.zip, tars: before.tars }),
    vectors: vectors.length > 0 && !joins ? vectors : withoutSameNames(before.vectors, vectors),
    besideVectors: isOtherSet ? besideVectors : withoutSameNames(before.besideVectors, besideVectors),
    model: model.length > 0 ? model : before.model,
  };
  const again = new Set(besideVectors.map(({ name }) => name));
  const forgotten = isOtherSet ? before.besideVectors.filter(({ name }) => !again.has(name)) : [];
  const notices = [
    ...noticesOn(sorted),
    ...(forgotten.length > 0 ? [FORGOTTEN(forgotten.map(({ name }) => name))] : []),
  ];
  return { files, choices: following(choices, sorted, model), notices };
}

/** Files of vectors replace those before them, with what stood beside them; further .npy files join those, because each holds one array. */
const joinsArrays = (before: readonly File[], dropped: readonly File[]): boolean =>
  [...before, ...dropped].every(({ name }) => /\.npy$/i.test(name));

const FORGOTTEN = (names: readonly string[]): string =>
  `No longer used, because other vectors came: ${names.join(', ')}. Drop ${names.length === 1 ? 'it' : 'them'} again if ${names.length === 1 ? 'it belongs' : 'they belong'} to these too.`;

/** The files before and those dropped; of two with the same name, the one dropped. */
const withoutSameNames = (before: readonly File[], dropped: readonly File[]): readonly File[] => [
  ...before.filter((old) => dropped.every(({ name }) => name !== old.name)),
  ...dropped,
];

function following(choices: Choices, sorted: SortedFiles, model: readonly File[]): Choices {
  const { captionFiles, pictureFiles, zips, tars, texts, vectors, besideVectors } = sorted;
  const hasPairs = [captionFiles, pictureFiles, zips, tars, texts].some(({ length }) => length > 0);
  const ofModel = model.length > 0 ? ({ model: 'files' } as const) : {};
  if (vectors.length + besideVectors.length > 0) {
    const arrays = vectors.length > 0 ? '' : choices.arrays;
    return { ...withData(choices, 'npz'), npzUrl: '', arrays, ...ofModel };
  }
  if (!hasPairs || choices.data === 'files') return { ...choices, ...ofModel };
  return { ...withData(choices, 'files'), model: choices.model, ...ofModel };
}

function noticesOn({ captionFiles, zips, ignored }: SortedFiles): string[] {
  const notices = [];
  for (const [kind, given] of [
    ['captions', captionFiles],
    ['zip', zips],
  ] as const) {
    if (given.length > 1) notices.push(`${given.length} ${kind} files were given; ${given[0].name} is used.`);
  }
  if (ignored.length > 0) {
    const names = ignored.slice(0, 3).map((file) => file.name);
    const more = ignored.length > 3 ? ` and ${ignored.length - 3} more` : '';
    notices.push(
      `Ignored (not captions, pictures, a zip, a tar, vectors or judgements of them): ${names.join(', ')}${more}.`,
    );
  }
  return notices;
}
