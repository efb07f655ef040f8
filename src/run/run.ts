import { isAbort, messageOf } from '../lib/errors';
import { DEFAULT_RETRY_POLICY } from '../net/retry-policy';
import { Waits } from '../net/waits';
import { embedPairs } from './embed-pairs';
import type { Emit } from './events';
import { openEmbeddings } from './open-embeddings';
import { openPairs } from './open-pairs';
import type { Ports } from './ports';
import type { RunContext, RunRequest } from './request';
import { sweepVectors } from './sweep-vectors';

/**
 * A whole run: open the data, embed it, sweep over dimensions, precisions and pools. All results, failures included, are
 * events. Pending work ends when `signal` is aborted; rows that are finished and vectors that are stored stay.
 */
export async function run(request: RunRequest, ports: Ports, emit: Emit, signal: AbortSignal): Promise<void> {
  const waits = new Waits((wait) => emit({ kind: 'waiting', wait }));
  const isRetry = (request.pictureHashes?.size ?? 0) > 0;
  const network = { ...DEFAULT_RETRY_POLICY, waits, ...(isRetry && { cache: 'no-cache' as const }) };
  const context: RunContext = { ports, emit, signal, network };
  emit({ kind: 'started' });
  const started = new Date(ports.now()).toISOString();
  const evaluators = ports.threads.startEvaluators();
  signal.addEventListener('abort', () => evaluators.terminate());
  try {
    const vectors =
      request.choices.data === 'npz'
        ? await openEmbeddings(request, context)
        : await embedPairs(await openPairs(request, context), request, context);
    await sweepVectors(vectors, request.choices, started, evaluators, context);
    emit({ kind: 'ended', status: 'done' });
  } catch (error) {
    if (signal.aborted || isAbort(error)) return emit({ kind: 'ended', status: 'cancelled' });
    ports.encoderSlot.clear();
    emit({ kind: 'ended', status: 'failed', error: messageOf(error) });
  } finally {
    evaluators.terminate();
  }
}
