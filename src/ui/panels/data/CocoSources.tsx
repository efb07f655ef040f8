import { useState } from 'react';
import { messageOf } from '../../../lib/errors';
import { part } from '../../../lib/part';
import { pagePorts } from '../../../state/page-ports';
import { useLab } from '../../../state/use-lab';
import button from '../../primitives/button.module.css';
import text from '../../primitives/text.module.css';
import panel from '../panel.module.css';
import { SOURCES } from './texts';

/** Asks the chosen sources of COCO, when told to, which of them this page may read, and shows what they are. */
export function CocoSources() {
  const choices = useLab((state) => state.choices);
  const { cocoSource, cocoBase, cocoOfficial, datasetsServer } = choices;
  const key = [cocoSource, cocoBase, cocoOfficial, datasetsServer].join(' ');
  const [found, setFound] = useState<{
    readonly key: string;
    readonly sentences: readonly string[] | null;
  }>();
  const current = found?.key === key ? found : undefined;
  const check = async () => {
    setFound({ key, sentences: null });
    const sentences = await part(import('../../../run/data/open-coco'))
      .then(({ checkCocoSources }) => checkCocoSources(choices, pagePorts, new AbortController().signal))
      .catch((error: unknown) => [messageOf(error)]);
    setFound((latest) => (latest?.key === key ? { key, sentences } : latest));
  };
  return (
    <div className={panel.panel}>
      <p>
        <button
          type="button"
          className={button.small}
          disabled={current?.sentences === null}
          onClick={() => void check()}
        >
          {SOURCES.check}
        </button>
      </p>
      <div aria-live="polite">
        {current?.sentences === null && <p className={text.why}>{SOURCES.checking}</p>}
        {current?.sentences && (
          <ul className={text.why} aria-label={SOURCES.label}>
            {current.sentences.map((sentence) => (
              <li key={sentence} data-testid="coco-source">
                {sentence}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
