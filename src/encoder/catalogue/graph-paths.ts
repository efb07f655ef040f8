import type { ModelDtype } from '../../protocol/models';

const SUFFIX: Record<ModelDtype, string> = { fp32: '', fp16: '_fp16', q8: '_quantized' };

export const visionGraph = (dtype: ModelDtype): string => `onnx/vision_model${SUFFIX[dtype]}.onnx`;
export const textGraph = (dtype: ModelDtype): string => `onnx/text_model${SUFFIX[dtype]}.onnx`;
