import type { ModelDtype } from '../../protocol/models';
import type { ResolvedDevice } from '../runtime/device';

const SUFFIX: Record<ModelDtype, string> = { fp32: '', fp16: '_fp16', q8: '_quantized' };

export const visionGraph = (dtype: ModelDtype): string => `onnx/vision_model${SUFFIX[dtype]}.onnx`;
export const textGraph = (dtype: ModelDtype): string => `onnx/text_model${SUFFIX[dtype]}.onnx`;

/**
 * What suits a device: quantised weights on the CPU where they are offered, half precision on a GPU that computes in it,
 * else full precision.
 */
export function defaultDtype(
  { device, shaderF16 }: ResolvedDevice,
  offered: readonly ModelDtype[],
): ModelDtype {
  const wanted = device === 'wasm' ? 'q8' : shaderF16 ? 'fp16' : 'fp32';
  return offered.includes(wanted) ? wanted : offered.includes('fp32') ? 'fp32' : offered[0];
}
