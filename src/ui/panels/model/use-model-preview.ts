import { useEffect, useState } from 'react';
import { isAbort, messageOf } from '../../../lib/errors';
import { part } from '../../../lib/part';
import type { Choices } from '../../../protocol/choices';
import { previewModel, type ModelPreview } from '../../../run/encoder/model-preview';
import { pagePorts } from '../../../state/page-ports';
import { latestRun } from '../../../state/lab-state';
import { useLab } from '../../../state/use-lab';

/** What Run would do with the chosen model; a problem is a sentence. */
export interface Outlook {
  readonly outlook: ModelPreview | null;
  readonly problem: string | null;
  /** True while a host is asked. */
  readonly asking: boolean;
  /** Asks the host for the lengths that are not known. */
  ask(): void;
}

/** What of the choices a model's files depend on. */
const keyOf = ({ model, hub, modelUrl, dtype, device }: Choices): string =>
  [model, hub, modelUrl, dtype, device].join(' ');

/**
 * Follows the choices. The host of a model of the catalogue is asked by itself when it is chosen here; one that is being typed, or
 * that a link names, is not.
 */
export function useOutlook(): Outlook {
  const choices = useLab((state) => state.choices);
  const files = useLab((state) => state.files);
  const runStatus = useLab((state) => latestRun(state).status);
  const [asked, setAsked] = useState<string | null>(null);
  const linked = useLab((state) => state.linkedChoices);
  const key = keyOf(choices);
  const isChosenHere = choices.model !== 'url' && !(linked && keyOf(linked) === key);
  const [state, setState] = useState<Omit<Outlook, 'ask'>>({ outlook: null, problem: null, asking: false });
  useEffect(() => {
    const stop = new AbortController();
    const show = (next: Omit<Outlook, 'ask'>) => !stop.signal.aborted && setState(next);
    const follow = async () => {
      const outlook = await previewModel({ choices, files }, pagePorts);
      const mayAsk = isChosenHere || asked === key;
      const isUnknown = !outlook.isHere && outlook.files.some(({ bytes }) => bytes === null);
      show({ outlook, problem: null, asking: isUnknown && mayAsk });
      if (!isUnknown || !mayAsk) return;
      try {
        const { askSizes } = await part(import('../../../run/encoder/ask-sizes'));
        show({ outlook: await askSizes(outlook, stop.signal), problem: null, asking: false });
      } catch (error) {
        if (!isAbort(error)) show({ outlook, problem: messageOf(error), asking: false });
      }
    };
    follow().catch((error: unknown) => show({ outlook: null, problem: messageOf(error), asking: false }));
    return () => stop.abort();
    // The other choices do not change a model.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, isChosenHere, files, runStatus, asked]);
  return { ...state, ask: () => setAsked(key) };
}
