import { MODELS, WEIGHTS } from '../../protocol/options/model';
import { DATA_SOURCES, PAIRING_OPTIONS } from '../../protocol/options/data';
import type { Choices } from '../../protocol/choices';
import type { Pairing } from '../../protocol/pairing';
import type { SweepConfig } from '../../protocol/sweep-config';
import { counted } from '../formats/format';

/** What is searched, in a line: "COCO val2017 · first 1,000 pictures · one caption per picture". */
export function dataInBrief({
  data,
  samples,
  pairing,
}: Pick<Choices, 'data' | 'samples' | 'pairing'>): string {
  const { label } = DATA_SOURCES[data];
  if (data === 'npz') return label;
  const unit = pairing === 'reference' ? 'caption' : 'picture';
  const size = samples === null ? `all ${unit}s` : `first ${counted(samples, unit)}`;
  return [label, size, pairingInBrief(pairing)].join(' · ');
}

/** Which captions belong to a picture: "one caption per picture". */
export function pairingInBrief(pairing: Pairing): string {
  const { control } = PAIRING_OPTIONS.pairing;
  return control.kind === 'select' ? withoutRemark(control.values[pairing].label) : pairing;
}

/**
 * What embeds it, in a line, with what was chosen in place of automatic: "CLIP ViT-B/32 · q8".
 * @param label of the model, where it is in a catalogue
 */
export function modelInBrief(
  { model, modelUrl, dtype, device }: Pick<Choices, 'model' | 'modelUrl' | 'dtype' | 'device'>,
  label?: string,
): string {
  const name = model === 'url' && modelUrl !== '' ? modelUrl : (label ?? MODELS[model].label);
  return [
    name,
    ...(dtype === 'auto' ? [] : [WEIGHTS[dtype].label]),
    ...(device === 'auto' ? [] : [device === 'webgpu' ? 'WebGPU' : 'WebAssembly']),
  ].join(' · ');
}

/** What is swept, in a line: "256, 512 · fp16, int8 · pools of 100, 500, all · Recall@1, 10". */
export const sweepInBrief = ({ dims, precisions, candidateSizes, ks }: SweepConfig): string =>
  [
    dims,
    precisions,
    [`pools of ${candidateSizes[0]}`, ...candidateSizes.slice(1)],
    [`Recall@${ks[0]}`, ...ks.slice(1)],
  ]
    .map((values) => values.join(', '))
    .join(' · ');

const withoutRemark = (label: string): string => label.replace(/ \(.*/, '');
