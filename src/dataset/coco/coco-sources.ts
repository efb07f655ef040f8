import { FetchError } from '../../lib/errors';
import type { CocoPlace } from '../../protocol/coco-places';
import type { Asking, CocoSource, OpenedCoco } from './coco-source';
import { mirror } from './mirror';
import { official } from './official';
import { parquet } from './parquet';

/** Full addresses, see the options of the same names. */
export interface CocoAddresses {
  readonly mirror: string;
  readonly datasetsServer: string;
  readonly official: string;
  /** Where the server of this page passes requests on to the official host. */
  readonly proxy: string;
}

/** What was found out about a source. */
export interface ProbedSource {
  readonly label: string;
  /** Null where this page may read it. */
  readonly why: string | null;
}

/** The chosen place, or all of them in the order in which they are tried. */
export function cocoSources(place: CocoPlace, at: CocoAddresses): CocoSource[] {
  const sources: Record<Exclude<CocoPlace, 'auto'>, CocoSource[]> = {
    mirror: [mirror(at.mirror)],
    parquet: [parquet(at.datasetsServer)],
    official: [
      official(at.official, new URL(at.official).host),
      official(at.proxy, 'through the server of this page'),
    ],
  };
  return place === 'auto' ? Object.values(sources).flat() : sources[place];
}

/** Asks every source with small requests, all at once. */
export const probeSources = (sources: readonly CocoSource[], asking: Asking): Promise<ProbedSource[]> =>
  Promise.all(sources.map(async (source) => ({ label: source.label, why: await source.probe(asking) })));

/**
 * Opens the first source that this page may read; those after it are not asked.
 * @param onProbed told of each that was asked
 * @throws FetchError that says why each cannot be read
 */
export async function openFirst(
  sources: readonly CocoSource[],
  wanted: number | null,
  asking: Asking,
  onProbed: (probed: ProbedSource) => void,
): Promise<OpenedCoco & { readonly label: string }> {
  const refused: ProbedSource[] = [];
  for (const { label, probe, open } of sources) {
    const why = await probe(asking);
    onProbed({ label, why });
    if (why === null) return { label, ...(await open(wanted, asking)) };
    refused.push({ label, why });
  }
  throw new FetchError(
    `COCO val2017 cannot be read from this page. ${refused.map(sourceSentence).join(' ')} ` +
      'Choose another mirror, or drop the files on the page.',
  );
}

/** A source and whether this page may read it, in words. */
export const sourceSentence = ({ label, why }: ProbedSource): string =>
  `${label[0].toUpperCase()}${label.slice(1)}: ${why === null ? 'can be read' : why}.`.replace(/\.\.$/, '.');
