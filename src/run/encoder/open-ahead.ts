import { DEFAULT_RETRY_POLICY } from '../../net/retry-policy';
import type { Ports } from '../ports';
import type { RunRequest } from '../request';
import { openEncoder } from './open-encoder';

/**
 * Opens the encoder of a request before a run asks for it, so that the run finds it open or being opened. Where an earlier visit
 * checked it, nothing is opened: the vectors it makes are probably stored. Throws as `openEncoder` does; a run that needs another
 * encoder ends this one.
 */
export async function openAhead(request: RunRequest, ports: Ports): Promise<void> {
  const encoder = await openEncoder(request, {
    ports,
    emit: () => undefined,
    signal: new AbortController().signal,
    network: DEFAULT_RETRY_POLICY,
  });
  if (!(await encoder.facts())) await encoder.open();
}
