import { isAbort, mayPass, messageOf } from '../lib/errors';
import { DEFAULT_RETRY_POLICY } from '../net/retry-policy';
import { Waits } from '../net/waits';
import { checkConfig } from '../protocol/check-config';
import type { Choices } from '../protocol/choices';
import { mostRelevant, oneRelevantEach, transpose } from '../retrieval/ranks/qrels';
import { embedPairs } from './embed/embed-pairs';
import { modelSpecOf } from './encoder/model-spec';
import type { Emit } from './events';
import { fitChoices } from './fit-choices';
import { openEmbeddings } from './data/open-embeddings';
import { openPairs } from './data/open-pairs';
import type { Ports } from './ports';
import type { RunContext, RunRequest } from './request';
import { sweepVectors } from './sweep-vectors';
import type { Vectors } from './vectors';

/**
 * A whole run, once it is said to have started: open the data, embed it, sweep over dimensions, precisions and pools. All results, failures included, are
 * events. Pending work ends when `signal` is aborted; rows that are finished and vectors that are stored stay.
 */
export async function run(request: RunRequest, ports: Ports, emit: Emit, signal: AbortSignal): Promise<void> {
  const waits = new Waits((wait) => emit({ kind: 'waiting', wait }));
  const isRetry = (request.pictureHashes?.size ?? 0) > 0;
  const network = { ...DEFAULT_RETRY_POLICY, waits, ...(isRetry && { cache: 'no-cache' as const }) };
  const context: RunContext = { ports, emit, signal, network };
  const started = new Date(ports.now()).toISOString();
  const evaluators = ports.threads.startEvaluators();
  signal.addEventListener('abort', () => evaluators.terminate());
  try {
    checkConfig(request.choices.sweep);
    const { vectors, choices } =
      request.choices.data === 'npz'
        ? { vectors: await openEmbeddings(request, context), choices: request.choices }
        : await embedChosen(request, context);
    await sweepVectors(vectors, choices, started, evaluators, context);
    emit({ kind: 'ended', status: 'done' });
  } catch (error) {
    if (signal.aborted || isAbort(error)) return emit({ kind: 'ended', status: 'cancelled' });
    ports.encoderSlot.clear();
    emit({ kind: 'ended', status: 'failed', error: messageOf(error), mayPass: mayPass(error) });
  } finally {
    evaluators.terminate();
  }
}

/** Opens pairs and embeds them. What they cannot give is known, and left out, before anything is embedded. */
async function embedChosen(
  request: RunRequest,
  context: RunContext,
): Promise<{ readonly vectors: Vectors; readonly choices: Choices }> {
  const { dimension } = modelSpecOf(request, (url) => context.ports.browser.absolute(url));
  const pairs = await openPairs(request, context);
  const { texts, images, imageOf } = pairs.dataset;
  const known = {
    texts: texts.length,
    images: images.length,
    mostTexts: mostRelevant(transpose(oneRelevantEach(imageOf, images.length)).qrels),
    mostImages: 1,
    ...(dimension !== null && { baseDim: dimension }),
  };
  const choices = fitChoices(request.choices, known, context);
  return { vectors: await embedPairs(pairs, { ...request, choices }, context), choices };
}
