import type { HubChoice } from '../../dataset/hub/open-hub';
import type { HubPreview } from '../../dataset/hub/preview-hub';
import type { Choices } from '../../protocol/choices';
import { askingOf } from '../asking';
import type { OpenedData } from './opened-data';
import type { Ports } from '../ports';
import type { RunContext } from '../request';

function choiceOf(
  { datasetsServer, dataset, config, split, imageColumn, captionColumn }: Choices,
  { absolute }: Ports['browser'],
): HubChoice {
  return { server: absolute(datasetsServer), dataset, config, split, imageColumn, captionColumn };
}

/** Opens a data set of the hub; what was read as what is a fact of the run. Throws as `openHub` does. */
export async function openHubData(choices: Choices, context: RunContext): Promise<Omit<OpenedData, 'label'>> {
  // The reader of Parquet is fetched when it is needed.
  const { openHub } = await import('../../dataset/hub/open-hub');
  const { captions, pictures, sentence } = await openHub(
    choiceOf(choices, context.ports.browser),
    choices.samples,
    askingOf(context),
  );
  return { captions, pictures, origin: { source: sentence.replace(/\.$/, '') } };
}

/** The first rows of a data set of the hub. Throws as `previewHub` does. */
export async function previewHubData(
  choices: Choices,
  { browser }: Pick<Ports, 'browser'>,
  signal: AbortSignal,
): Promise<HubPreview> {
  const { previewHub } = await import('../../dataset/hub/preview-hub');
  return previewHub(choiceOf(choices, browser), { signal });
}
