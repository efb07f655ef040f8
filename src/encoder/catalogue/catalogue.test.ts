import { expect, test } from 'vitest';
import { CATALOGUE_NAMES, DEFAULT_HUB, MODEL_DTYPES } from '../../protocol/models';
import { catalogueModel, DEMO_MODEL, modelAt } from './catalogue';
import { dtypesOf, filesOf } from './model-files';
import { CATALOGUE } from './catalogue-entries';

const HUB = 'https://hub.example';
const REVISION = 'd15189d7028b43f1d3e65039190477f6af591c2a';

test('files of CLIP ViT-B/32 are fetched from one commit on the hub', () => {
  const spec = catalogueModel('clip-vit-b32', HUB);
  expect(spec.baseUrl + filesOf(spec, 'q8').vision).toBe(
    `https://hub.example/Xenova/clip-vit-base-patch32/resolve/${REVISION}/onnx/vision_model_quantized.onnx`,
  );
  expect(spec.revision).toBe(REVISION);
});

test('files that differ from the catalogue are refused from the hub it describes, not from a mirror', () => {
  expect(catalogueModel('clip-vit-b32', `${DEFAULT_HUB}/`).strict).toBe(true);
  expect(catalogueModel('clip-vit-b32', HUB).strict).toBe(false);
});

test.each(CATALOGUE_NAMES)(
  'the entry of %s has a commit, valid lengths and hashes, and only files that the model has',
  (name) => {
    const spec = catalogueModel(name, HUB);
    const paths = dtypesOf(spec).flatMap((dtype) => Object.values(filesOf(spec, dtype)));
    for (const [path, { bytes, sha256 }] of Object.entries(CATALOGUE[name].files)) {
      expect(paths).toContain(path);
      expect(bytes).toBeGreaterThan(0);
      expect(sha256 ?? '0'.repeat(64)).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(spec.revision).toMatch(/^[0-9a-f]{40}$/);
    expect(dtypesOf(spec)).toEqual(MODEL_DTYPES);
  },
);

test('MobileCLIP’s broken int8 vision weights are never fetched', () => {
  const spec = catalogueModel('mobileclip-s0', HUB);
  const paths = dtypesOf(spec).flatMap((dtype) => Object.values(filesOf(spec, dtype)));
  expect(paths).not.toContain('onnx/vision_model_quantized.onnx');
});

test('any other model is a hub id, with or without a revision, or the address of a folder', () => {
  const at = (address: string) => modelAt(address, HUB);
  expect(at('me/model').baseUrl).toBe('https://hub.example/me/model/resolve/main/');
  expect(at('me/model').revision).toBeNull();
  expect(at('me/model@dev').baseUrl).toBe('https://hub.example/me/model/resolve/dev/');
  expect(at('me/model@dev').revision).toBeNull();
  expect(at(`me/model@${REVISION}`).revision).toBe(REVISION);
  expect(at('/local/model/').baseUrl).toBe(at('/local/model').baseUrl);
  expect(at('https://host.example/a/b').baseUrl).toBe('https://host.example/a/b/');
  expect(at('./a/b').baseUrl).toBe('./a/b/');
  expect(at('a/../b').baseUrl).toBe('a/../b/');
});

test('slashes at the end of a hub’s address do not matter', () => {
  expect(catalogueModel('clip-vit-b16', `${HUB}//`)).toEqual(catalogueModel('clip-vit-b16', HUB));
});

test('the demo’s files are beside the page, wherever it is served', () => {
  const { config } = filesOf(DEMO_MODEL, 'fp32');
  const url = new URL(DEMO_MODEL.baseUrl + config, 'https://page.example/deep/index.html');
  expect(url.href).toBe('https://page.example/deep/demo/model/config.json');
});
