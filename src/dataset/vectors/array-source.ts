import type { NpyArray } from '../../lib/npy/npz';
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

/** A file that holds vectors; its name tells the kind where it has an extension. */
export interface VectorFile {
  readonly name: string;
  readonly blob: Blob;
}
