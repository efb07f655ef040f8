import { CATALOGUE } from '../../../encoder/catalogue/catalogue-entries';
import type { DtypeChoice, ModelDtype } from '../../../protocol/models';
import { MODEL_OPTIONS, MODELS, WEIGHTS } from '../../../protocol/options/model';
import type { Value } from '../../../protocol/options/option';
import { modelInBrief } from '../../../report/brief/choices-in-brief';
import { useLab } from '../../../state/use-lab';
import fields from '../../primitives/fields.module.css';
import { ChoiceCard } from '../ChoiceCard';
import { FilePicker } from '../FilePicker';
import { ModelFacts } from './ModelFacts';
import { OptionField } from '../OptionField';
import { MODEL } from '../texts';
import { useOutlook, type Outlook } from './use-model-preview';

/** What turns captions and pictures into vectors, and where it runs. */
export function ModelPanel() {
  const data = useLab((state) => state.choices.data);
  return data === 'npz' ? null : <ModelChoices />;
}

const LABELS: Readonly<Record<string, Value | undefined>> = CATALOGUE;

function ModelChoices() {
  const { model, dtype } = useLab((state) => state.choices);
  const outlook = useOutlook();
  const brief = useLab(({ choices }) => modelInBrief(choices, LABELS[choices.model]?.label));
  return (
    <ChoiceCard name="model" step={2} heading={MODEL.heading} of={MODEL_OPTIONS} brief={brief}>
      <OptionField name="model" offered={{ ...MODELS, ...CATALOGUE }} />
      <OptionField name="modelUrl" />
      <OptionField name="hub" />
      {model === 'files' && <FilePicker />}
      <div className={fields.row}>
        <OptionField name="dtype" offered={weights(dtype, outlook)} />
        <OptionField name="device" />
      </div>
      <ModelFacts {...outlook} />
    </ChoiceCard>
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
