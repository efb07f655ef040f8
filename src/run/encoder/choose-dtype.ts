import { dtypesOf, needsShaderF16 } from '../../encoder/catalogue/model-files';
import type { ModelSpec } from '../../encoder/catalogue/model-entry';
import type { ResolvedDevice } from '../../encoder/runtime/device';
import type { Choices } from '../../protocol/choices';
import type { ModelDtype } from '../../protocol/models';

/** The weights that are used for a choice; `fallback` says why they are not the chosen ones, null where they are. */
export function chooseDtype(
  { dtype }: Pick<Choices, 'dtype'>,
  spec: ModelSpec,
  device: ResolvedDevice,
): { readonly dtype: ModelDtype; readonly fallback: string | null } {
  const offered = dtypesOf(spec);
  const usual = defaultDtype(device, offered);
  if (dtype === 'auto') return { dtype: usual, fallback: null };
  if (!offered.includes(dtype)) {
    return { dtype: usual, fallback: `${spec.label} has no ${dtype} weights: ${usual} is used instead.` };
  }
  const isUnfit = needsShaderF16(spec, dtype) && device.device === 'webgpu' && !device.shaderF16;
  if (!isUnfit) return { dtype, fallback: null };
  return {
    dtype: usual,
    fallback: `This GPU does not support half precision (shader-f16), which the ${dtype} weights need: ${usual} is used instead.`,
  };
}

/** The default for a device: q8 on the CPU, fp16 on a GPU that supports it, else fp32; among those that are offered. */
function defaultDtype({ device, shaderF16 }: ResolvedDevice, offered: readonly ModelDtype[]): ModelDtype {
  const wanted = device === 'wasm' ? 'q8' : shaderF16 ? 'fp16' : 'fp32';
  return offered.includes(wanted) ? wanted : offered.includes('fp32') ? 'fp32' : offered[0];
}
