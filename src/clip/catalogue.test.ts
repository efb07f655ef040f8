import { expect, test } from 'vitest';
import { clipVitB32, defaultDtype, DEMO_MODEL, filesOf, modelAt, MODEL_DTYPES } from './catalogue';

const REVISION = 'd15189d7028b43f1d3e65039190477f6af591c2a';

test('files of CLIP ViT-B/32 lie at the hub’s path of one commit', () => {
  const { baseUrl, revision } = clipVitB32('https://hub.example');
  expect(baseUrl + filesOf('q8').vision).toBe(
    `https://hub.example/Xenova/clip-vit-base-patch32/resolve/${REVISION}/onnx/vision_model_quantized.onnx`,
  );
  expect(revision).toBe(REVISION);
});

test('slashes at the end of an address do not matter', () => {
  expect(clipVitB32('https://hub.example//')).toEqual(clipVitB32('https://hub.example'));
  expect(modelAt('/local/model/').baseUrl).toBe(modelAt('/local/model').baseUrl);
  expect(modelAt('https://host.example/a/b').baseUrl).toBe('https://host.example/a/b/');
});

test('each dtype has its own graphs, by the hub’s suffixes; the JSON files are shared', () => {
  expect(MODEL_DTYPES.map((dtype) => filesOf(dtype).text)).toEqual([
    'onnx/text_model.onnx',
    'onnx/text_model_fp16.onnx',
    'onnx/text_model_quantized.onnx',
  ]);
  const shared = MODEL_DTYPES.map((dtype) => {
    const { config, preprocessor, tokenizer, tokenizerConfig } = filesOf(dtype);
    return [config, preprocessor, tokenizer, tokenizerConfig];
  });
  expect(shared[0]).toEqual([
    'config.json',
    'preprocessor_config.json',
    'tokenizer.json',
    'tokenizer_config.json',
  ]);
  expect(shared[1]).toEqual(shared[0]);
  expect(shared[2]).toEqual(shared[0]);
});

test('the demo’s files lie beside the page, wherever it is served', () => {
  const url = new URL(DEMO_MODEL.baseUrl + filesOf('fp32').config, 'https://page.example/deep/index.html');
  expect(url.href).toBe('https://page.example/deep/demo/model/config.json');
});

test('by default the CPU takes quantised weights where there are some, the GPU never', () => {
  const clip = clipVitB32('https://hub.example');
  expect(defaultDtype('wasm', clip)).toBe('q8');
  expect(defaultDtype('webgpu', clip)).toBe('fp32');
  expect(defaultDtype('wasm', DEMO_MODEL)).toBe('fp32');
});
