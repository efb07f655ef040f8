import { CATALOGUE } from '../../../encoder/catalogue/catalogue-entries';
import type { DtypeChoice, ModelDtype } from '../../../protocol/models';
import { MODELS, WEIGHTS } from '../../../protocol/options/model';
import type { Value } from '../../../protocol/options/option';
import { useLab } from '../../../state/use-lab';
import fields from '../../primitives/fields.module.css';
import { FilePicker } from '../FilePicker';
import { ModelFacts } from './ModelFacts';
import { OptionField } from '../OptionField';
import panel from '../panel.module.css';
import { MODEL } from '../texts';
import { useOutlook, type Outlook } from './use-model-preview';

/** What turns captions and pictures into vectors, and where it runs. */
export function ModelPanel() {
  const data = useLab((state) => state.choices.data);
  return data === 'npz' ? null : <ModelChoices />;
}

function ModelChoices() {
  const { model, dtype } = useLab((state) => state.choices);
  const outlook = useOutlook();
  return (
    <section className={panel.panel} aria-labelledby="model-heading">
      <h2 id="model-heading">
        <span className={panel.step}>2</span> {MODEL.heading}
      </h2>
      <OptionField name="model" offered={{ ...MODELS, ...CATALOGUE }} />
      <OptionField name="modelUrl" />
      <OptionField name="hub" />
      {model === 'files' && <FilePicker />}
      <div className={fields.row}>
        <OptionField name="dtype" offered={weights(dtype, outlook)} />
        <OptionField name="device" />
      </div>
      <ModelFacts {...outlook} />
    </section>
  );
}

/** The weights that a model is offered in, what “automatic” means for it, and the chosen one even where it is not offered. */
function weights(chosen: DtypeChoice, { outlook }: Outlook): Record<string, Value> {
  const offered: readonly ModelDtype[] = outlook?.offered ?? [];
  const automatic = WEIGHTS.auto.label;
  const isMissing = chosen !== 'auto' && !offered.includes(chosen);
  return {
    auto: { label: chosen === 'auto' && outlook ? MODEL.automatic(automatic, outlook.dtype) : automatic },
    ...Object.fromEntries(offered.map((dtype) => [dtype, WEIGHTS[dtype]])),
    ...(isMissing && { [chosen]: { label: MODEL.notOffered(WEIGHTS[chosen].label) } }),
  };
}
