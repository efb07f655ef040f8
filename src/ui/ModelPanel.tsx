import {
  DEVICES,
  DTYPES,
  MODEL_KINDS,
  type DeviceChoice,
  type DtypeChoice,
  type ModelKind,
} from '../state/choices';
import { changeChoices } from '../state/store';
import { useLab } from '../state/use-lab';
import { AddressField, Select } from './fields';

const MODEL_LABELS: Record<ModelKind, string> = {
  demo: 'Built-in demo model',
  'clip-vit-b32': 'CLIP ViT-B/32',
  url: 'From a URL',
};

const MODEL_WHY: Record<ModelKind, string> = {
  demo: 'A tiny dual encoder trained on drawn scenes, not CLIP. On photographs expect chance.',
  'clip-vit-b32': 'OpenAI’s weights as ONNX, a pinned revision, fetched from the hub below.',
  url: 'Any CLIP-like dual encoder with the hub’s file set: config, tokenizer, preprocessor, onnx/.',
};

const DTYPE_LABELS: Record<DtypeChoice, string> = {
  auto: 'automatic',
  fp32: 'fp32',
  fp16: 'fp16',
  q8: 'q8 (quantised weights)',
};

const DEVICE_LABELS: Record<DeviceChoice, string> = {
  auto: 'automatic',
  webgpu: 'WebGPU',
  wasm: 'WebAssembly (CPU)',
};

/** What turns captions and pictures into vectors, and where it runs. */
export function ModelPanel() {
  const choices = useLab((state) => state.choices);
  if (choices.data === 'npz') return null;
  return (
    <section aria-labelledby="model-heading">
      <h2 id="model-heading">
        <span className="step">2</span> Model
      </h2>
      <Select
        label="Dual encoder"
        why={MODEL_WHY[choices.model]}
        value={choices.model}
        options={MODEL_KINDS.map((kind) => [kind, MODEL_LABELS[kind]] as const)}
        onChange={(model) => changeChoices({ model })}
      />
      {choices.model === 'clip-vit-b32' && (
        <AddressField label="Hub" value={choices.hub} onChange={(hub) => changeChoices({ hub })} />
      )}
      {choices.model === 'url' && (
        <AddressField
          label="Folder of the model"
          value={choices.modelUrl}
          onChange={(modelUrl) => changeChoices({ modelUrl })}
        />
      )}
      <div className="field-row">
        <Select
          label="Weights"
          value={choices.dtype}
          options={DTYPES.map((dtype) => [dtype, DTYPE_LABELS[dtype]] as const)}
          onChange={(dtype) => changeChoices({ dtype })}
        />
        <Select
          label="Device"
          value={choices.device}
          options={DEVICES.map((device) => [device, DEVICE_LABELS[device]] as const)}
          onChange={(device) => changeChoices({ device })}
        />
      </div>
    </section>
  );
}
