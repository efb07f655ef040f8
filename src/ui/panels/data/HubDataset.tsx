import { useState } from 'react';
import type { HubPreview } from '../../../dataset/hub/preview-hub';
import { messageOf } from '../../../lib/errors';
import { HUB_OPTIONS, HUB_PRESETS } from '../../../protocol/options/hub';
import { part } from '../../../lib/part';
import { pagePorts } from '../../../state/page-ports';
import { changeChoices } from '../../../state/store';
import { useLab } from '../../../state/use-lab';
import button from '../../primitives/button.module.css';
import { Select } from '../../primitives/fields';
import text from '../../primitives/text.module.css';
import { OptionField, OptionFields } from '../OptionField';
import panel from '../panel.module.css';
import { HUB, RECORDS } from './texts';
import { RecordsPreview } from './RecordsPreview';

type Found = { readonly preview: HubPreview } | { readonly problem: string } | 'asking';

/** A data set of the hub by name; its first rows are fetched when told to, with the choice of what its columns are. */
export function HubDataset() {
  const choices = useLab((state) => state.choices);
  const { dataset, config, split, datasetsServer, imageColumn, captionColumn } = choices;
  const key = [datasetsServer, dataset, config, split, imageColumn, captionColumn].join('\n');
  const [latest, setLatest] = useState<{ readonly key: string; readonly found: Found }>();
  const found = latest?.key === key ? latest.found : undefined;
  const look = async (of = choices, as = key) => {
    setLatest({ key: as, found: 'asking' });
    const result: Found = await part(import('../../../run/data/open-hub-data'))
      .then(({ previewHubData }) => previewHubData(of, pagePorts, new AbortController().signal))
      .then(
        (preview) => ({ preview }),
        (error: unknown) => ({ problem: messageOf(error) }),
      );
    setLatest((now) => (now?.key === as ? { key: as, found: result } : now));
  };
  const chooseColumn = (chosen: { imageColumn: string } | { captionColumn: string }) => {
    const next = { ...choices, ...chosen };
    changeChoices(chosen);
    void look(
      next,
      [datasetsServer, dataset, config, split, next.imageColumn, next.captionColumn].join('\n'),
    );
  };
  return (
    <div className={panel.panel}>
      <Select
        label={HUB.preset}
        value={HUB_PRESETS.find((one) => one.dataset === dataset)?.dataset ?? ''}
        options={[
          ['', HUB.other],
          ...HUB_PRESETS.map((one) => [one.dataset, `${one.label}: ${one.dataset}`] as const),
        ]}
        onChange={(name) => name && changeChoices({ dataset: name })}
      />
      <OptionFields of={HUB_OPTIONS} />
      <OptionField name="split" />
      <p>
        <button
          type="button"
          className={button.small}
          disabled={found === 'asking'}
          onClick={() => void look()}
        >
          {HUB.look}
        </button>
      </p>
      <div aria-live="polite" data-testid="hub-preview" className={panel.panel}>
        {found === 'asking' && <p className={text.why}>{HUB.asking}</p>}
        {typeof found === 'object' && 'problem' in found && (
          <p className={`${text.why} ${text.error}`}>{found.problem}</p>
        )}
        {typeof found === 'object' && 'preview' in found && (
          <>
            <p className={text.why}>{found.preview.sentence}</p>
            {found.preview.question && <p className={text.caveat}>{found.preview.question}</p>}
            <RecordsPreview
              columns={found.preview.columns}
              rows={found.preview.rows}
              roles={[
                {
                  label: RECORDS.image,
                  chosen: imageColumn,
                  guessed: found.preview.image,
                  onChoose: (name) => chooseColumn({ imageColumn: name }),
                },
                {
                  label: RECORDS.caption,
                  chosen: captionColumn,
                  guessed: found.preview.caption,
                  onChoose: (name) => chooseColumn({ captionColumn: name }),
                },
              ]}
            />
          </>
        )}
      </div>
    </div>
  );
}
