import { useEffect, useRef, useState } from 'react';
import { isAbort } from '../../lib/errors';
import type { RunEvent } from '../../run/events';
import { encode, type Asked } from '../../state/vectors/ask';
import { ASK } from './texts';

/** What is asked, and how far its answer is: what is being done, why there is none, or the vector to search for. */
export interface Question {
  readonly asked: Asked;
  readonly state: { readonly step: string } | { readonly error: string } | { readonly vector: Float32Array };
}

/** The question that is on screen; asking another one drops it. */
export function useAsked() {
  const [question, setQuestion] = useState<Question | null>(null);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const clear = () => {
    controller.current?.abort();
    setQuestion(null);
  };
  const ask = async (asked: Asked) => {
    controller.current?.abort();
    const mine = (controller.current = new AbortController());
    const show = (state: Question['state']) => mine.signal.aborted || setQuestion({ asked, state });
    show({ step: ASK.encoding });
    try {
      const report = (event: RunEvent) => event.kind === 'stage' && show({ step: ASK.loading(event) });
      show({ vector: await encode(asked, report, mine.signal) });
    } catch (error) {
      if (!isAbort(error)) show({ error: ASK.failed(asked, error) });
    }
  };
  return { question, ask: (asked: Asked) => void ask(asked), clear };
}
