import type { RangeFileOptions } from '../../net/range-file';
import type { ImageSource } from '../sources/image-source';
import type { Captions } from '../types';
import { guessColumns, type TableRoles } from './guess-columns';
import { chooseSplit, listSplits, type HubSplit } from './listing';
import { RemoteTable } from './remote-table';
import { readTableCaptions } from './table-captions';
import { tablePictures } from './table-pictures';

/** A data set of the hub and what of it is used; what is empty is guessed. */
export interface HubChoice {
  /** Address of the datasets server. */
  readonly server: string;
  /** `owner/name` */
  readonly dataset: string;
  readonly config: string;
  readonly split: string;
  readonly imageColumn: string;
  readonly captionColumn: string;
}

export interface OpenedHub {
  readonly captions: Captions;
  readonly pictures: ImageSource;
  /** What was read as what, for a reader of the results. */
  readonly sentence: string;
}

/**
 * Opens a data set of the hub: its captions are read, its pictures as they are needed.
 * @param wanted how many pictures with captions are enough; null for all
 * @throws InputError where there is no such data set or column, FetchError where a host does not send it
 */
export async function openHub(
  choice: HubChoice,
  wanted: number | null,
  options: Omit<RangeFileOptions, 'byteLength'>,
): Promise<OpenedHub> {
  const splits = await listSplits(choice.server, choice.dataset, options.signal, options.policy);
  const split = chooseSplit(splits, choice.config, choice.split);
  const table = await RemoteTable.open(split.files, options);
  const roles = guessColumns(table.columns, choice.imageColumn, choice.captionColumn);
  const { captions, places, byLine } = await readTableCaptions(table, roles, wanted);
  return {
    captions,
    pictures: tablePictures(table, roles.image.name, places),
    sentence: describe(choice.dataset, split, roles, byLine),
  };
}

function describe(dataset: string, { config, split }: HubSplit, roles: TableRoles, byLine: boolean): string {
  const names = roles.name ? `, names in “${roles.name.name}”` : '';
  return (
    `${dataset}, config ${config}, split ${split}: pictures in “${roles.image.name}”, ` +
    `captions in ${byLine ? 'the lines of ' : ''}“${roles.caption.name}”${names}.`
  );
}
