import { DEMO_MODEL } from '../../encoder/catalogue/catalogue';
import { CATALOGUE } from '../../encoder/catalogue/catalogue-entries';
import {
  DEVICES,
  MODEL_KINDS,
  type DeviceChoice,
  type DtypeChoice,
  type ModelKind,
} from '../../protocol/choices';
import type { ModelDtype } from '../../protocol/models';
import { CATALOGUE_NAMES } from '../../protocol/models';
import { changeChoices } from '../../state/store';
import { useLab } from '../../state/use-lab';
import { AddressField, Select } from '../primitives/fields';
import { FilePicker } from './FilePicker';
import './model.css';
import { ModelFacts } from './ModelFacts';
import { useOutlook } from './use-model-preview';

const OWN = {
  demo: { label: 'Built-in demo model', why: DEMO_MODEL.why },
  url: { label: 'Another, by id or address', why: 'Any dual encoder with the hub’s file set.' },
  files: {
    label: 'Your model files',
    why: 'A folder with the hub’s file set: config, preprocessor, tokenizer, onnx/. It never leaves this browser.',
  },
};
const MODELS: Record<ModelKind, { label: string; why: string }> = { ...OWN, ...CATALOGUE };

const DTYPE_LABELS: Record<ModelDtype, string> = { fp32: 'fp32', fp16: 'fp16', q8: 'q8, quantised' };

const DEVICE_LABELS: Record<DeviceChoice, string> = {
  auto: 'automatic',
  webgpu: 'WebGPU',
  wasm: 'WebAssembly (CPU)',
};

/** What turns captions and pictures into vectors, and where it runs. */
export function ModelPanel() {
  const data = useLab((state) => state.choices.data);
  return data === 'npz' ? null : <ModelChoices />;
}

function ModelChoices() {
  const choices = useLab((state) => state.choices);
  const outlook = useOutlook();
  const isCatalogue = (CATALOGUE_NAMES as readonly string[]).includes(choices.model);
  const { dtype, offered } = outlook.outlook ?? {};
  const automatic = choices.dtype === 'auto' && dtype ? `automatic: ${dtype}` : 'automatic';
  const dtypes: (readonly [DtypeChoice, string])[] = (offered ?? []).map((one) => [one, DTYPE_LABELS[one]]);
  const isMissing = choices.dtype !== 'auto' && !offered?.includes(choices.dtype);
  if (isMissing) dtypes.push([choices.dtype, `${DTYPE_LABELS[choices.dtype as ModelDtype]} (not offered)`]);
  return (
    <section aria-labelledby="model-heading">
      <h2 id="model-heading">
        <span className="step">2</span> Model
      </h2>
      <Select
        label="Dual encoder"
        why={MODELS[choices.model].why}
        value={choices.model}
        options={MODEL_KINDS.map((kind) => [kind, MODELS[kind].label] as const)}
        onChange={(model) => changeChoices({ model })}
      />
      {choices.model === 'url' && (
        <AddressField
          label="Id or address"
          why="owner/name or owner/name@revision of the hub, or the address of a folder."
          value={choices.modelUrl}
          onChange={(modelUrl) => changeChoices({ modelUrl })}
        />
      )}
      {(isCatalogue || choices.model === 'url') && (
        <AddressField
          label="Hub"
          why="Where ids are looked up: the original, or a mirror with the same paths."
          value={choices.hub}
          onChange={(hub) => changeChoices({ hub })}
        />
      )}
      {choices.model === 'files' && <FilePicker />}
      <div className="field-row">
        <Select
          label="Weights"
          value={choices.dtype}
          options={[['auto', automatic], ...dtypes]}
          onChange={(chosen) => changeChoices({ dtype: chosen })}
        />
        <Select
          label="Device"
          value={choices.device}
          options={DEVICES.map((device) => [device, DEVICE_LABELS[device]] as const)}
          onChange={(device) => changeChoices({ device })}
        />
      </div>
      <ModelFacts {...outlook} />
    </section>
  );
}
