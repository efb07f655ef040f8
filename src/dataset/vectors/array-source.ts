import type { NpyArray } from '../../lib/npy/npz';
import type { ItemTexts } from '../judgements/item-texts';
import type { Judgements } from '../judgements/judgements';
import type { ArrayInfo } from './array-info';

/** A list of texts, as ids and captions come. */
interface TextArray {
  readonly dtype: 'U';
  readonly shape: readonly number[];
  readonly data: readonly string[];
}

export type ArrayData = NpyArray | TextArray;

/** A file of arrays: what it holds, and the arrays that are asked for. */
export interface ArraySource {
  readonly arrays: readonly ArrayInfo[];
  /** @throws InputError where one of them is damaged */
  read(names: ReadonlySet<string>): Promise<ReadonlyMap<string, ArrayData>>;
}

/** Files of arrays, and those that stand beside them. */
export interface GivenFiles extends ArraySource {
  /** By the names of their entries in `arrays`. */
  readonly judgements: ReadonlyMap<string, Judgements>;
  readonly texts: readonly ItemTexts[];
}

/** A file that holds vectors, or judgements or texts beside them; its name tells the kind where it has an extension. */
export interface VectorFile {
  readonly name: string;
  readonly blob: Blob;
}
