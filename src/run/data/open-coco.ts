import {
  cocoSources,
  openFirst,
  probeSources,
  sourceSentence,
  type CocoAddresses,
} from '../../dataset/coco/coco-sources';
import { OFFICIAL_COCO } from '../../protocol/coco-places';
import type { Choices } from '../../protocol/choices';
import { askingOf } from '../asking';
import type { OpenedData } from './opened-data';
import type { Ports } from '../ports';
import type { RunContext } from '../request';

/** The places that the choices name, in full. */
function cocoAddresses(choices: Choices, { absolute }: Ports['browser']): CocoAddresses {
  return {
    mirror: absolute(choices.cocoBase),
    datasetsServer: absolute(choices.datasetsServer),
    official: absolute(choices.cocoOfficial),
    proxy: absolute(OFFICIAL_COCO.path),
  };
}

/**
 * Opens COCO val2017 from the first source that this page may read. Which that is, and why those before it are not, is said.
 * @throws FetchError where there is none
 */
export async function openCoco(choices: Choices, context: RunContext): Promise<Omit<OpenedData, 'label'>> {
  const { ports, emit } = context;
  const sources = cocoSources(choices.cocoSource, cocoAddresses(choices, ports.browser));
  const refused: { source: string; reason: string }[] = [];
  const { label, captions, pictures, sentence } = await openFirst(
    sources,
    choices.samples,
    askingOf(context),
    (probed) => {
      if (probed.why === null) return;
      refused.push({ source: probed.label, reason: probed.why });
      emit({ kind: 'caveat', sentence: sourceSentence(probed) });
    },
  );
  if (sentence) emit({ kind: 'caveat', sentence });
  return {
    captions,
    pictures,
    origin: { source: label, ...(refused.length > 0 && { sourcesRefused: refused }) },
  };
}

/** Finds out with small requests which of the sources that the choices name this page may read: a sentence each. */
export async function checkCocoSources(
  choices: Choices,
  { browser }: Pick<Ports, 'browser'>,
  signal: AbortSignal,
): Promise<string[]> {
  const sources = cocoSources(choices.cocoSource, cocoAddresses(choices, browser));
  return (await probeSources(sources, { signal })).map(sourceSentence);
}
