import type { CatalogueName } from '../../protocol/models';
import { MODEL_DTYPES, type ModelDtype } from '../../protocol/models';
import type { ModelEntry } from './model-entry';
import { textGraph, visionGraph } from './graph-paths';

/**
 * Revisions, sizes and SHA-256 hashes are those that several public projects pin for the same commits and check on every
 * download. A size that only the hub knows is absent here and requested when the model is chosen.
 */

const known = (bytes: number, sha256: string | null = null) => ({ bytes, sha256 });

const graphs = (...dtypes: ModelDtype[]) =>
  Object.fromEntries(dtypes.map((dtype) => [dtype, { vision: visionGraph(dtype), text: textGraph(dtype) }]));

const CLIP_TOKENIZER_CONFIG = known(775, '60ba2912bc6344c94bc16bbdec27fa1209409167b6f2fdf3cfe9e65462ea3967');
const CLIP_PREPROCESSOR = known(520, '6f638fb9401a6d6296feff533ee7efe657b787c49f954f82f5906b36ef2a1b1f');

export const CATALOGUE = {
  'clip-vit-b32': {
    id: 'Xenova/clip-vit-base-patch32',
    label: 'CLIP ViT-B/32',
    why: 'OpenAI’s weights as ONNX at a pinned revision: the usual baseline.',
    revision: 'd15189d7028b43f1d3e65039190477f6af591c2a',
    dimension: 512,
    license: 'MIT',
    drawnScenes: false,
    graphs: graphs(...MODEL_DTYPES),
    files: {
      'config.json': known(4524, '493ef57ff783e42d1530c91b53469b7fdf8db8a9c1408e86998fcb7899a4f495'),
      'preprocessor_config.json': CLIP_PREPROCESSOR,
      'tokenizer.json': known(2_224_119, 'f7f3b7af117d467b58374797691a6438d3e6b9e9cef800dfd5dced7f697a90cd'),
      'tokenizer_config.json': CLIP_TOKENIZER_CONFIG,
      'onnx/vision_model.onnx': known(
        351_685_709,
        'fd6e1402a588279d1723c7534d4bcba5bc0b14b47dfab0e46f8c47b8270d7d40',
      ),
      'onnx/text_model.onnx': known(
        254_058_553,
        '3f6571f5bad13a97c469c1622e1cfc4d9aef78b79fdbfcff804ca357bfada8cc',
      ),
      'onnx/vision_model_fp16.onnx': known(
        176_080_659,
        '35c4e0fb0aeee527dcde1693520b214a34424a786babd530f35366bad5844efd',
      ),
      'onnx/text_model_fp16.onnx': known(
        127_339_794,
        'df587ffbf248bf20d44fa6e16adc5ebc27ead691860e5333dbdaab5fd6bf3f6e',
      ),
      'onnx/vision_model_quantized.onnx': known(
        89_117_001,
        '583fd1110a514667812fee7d684952aaf82a99b959760c8d7dca7e0ab9839299',
      ),
      'onnx/text_model_quantized.onnx': known(
        64_504_507,
        '73baab855d406190da9faa498cfedf65f15cf309f4cc7385b7b032e6d08e5c3a',
      ),
    },
    note: null,
  },
  'clip-vit-b16': {
    id: 'Xenova/clip-vit-base-patch16',
    label: 'CLIP ViT-B/16',
    why: 'OpenAI’s CLIP with smaller patches: more accurate, at about four times the work per picture.',
    revision: '342fdf2f67aded64d138ff074745fb4a5d2bba5f',
    dimension: 512,
    license: 'MIT',
    drawnScenes: false,
    graphs: graphs(...MODEL_DTYPES),
    files: {
      'config.json': known(4523, '854ce4599422a24841d34a129de5b28c092f7175db3db4a23ad965c8fda87cf0'),
      'preprocessor_config.json': CLIP_PREPROCESSOR,
      'tokenizer.json': known(2_224_081, '72ed5c96db5729294468543e4bc75fce14ca63f58e37300290189ba1c1e52b85'),
      'tokenizer_config.json': CLIP_TOKENIZER_CONFIG,
      'onnx/vision_model_fp16.onnx': known(
        172_768_684,
        '3e261924f7d66d04f10bb131f7f212162d9ee82199544771aa2dd318bb7e2b7b',
      ),
      'onnx/text_model_fp16.onnx': known(
        127_339_794,
        '9e423931894ecbfc018894006883082edf010fce63f9cba02ffb6659582d8101',
      ),
      'onnx/vision_model_quantized.onnx': known(
        87_461_602,
        '44eece4fe5fe4e0359a88268a327adf758633a1aade3917690b952bef1501f96',
      ),
      'onnx/text_model_quantized.onnx': known(
        64_504_507,
        '9106b51e6c663a56b99182ec617c2b3d53577b037e7e24a7717eb78048a0c97a',
      ),
    },
    note: null,
  },
  'tinyclip-vit-8m-16': {
    id: 'onnx-community/TinyCLIP-ViT-8M-16-Text-3M-YFCC15M-ONNX',
    label: 'TinyCLIP ViT-8M/16',
    why: 'A distilled CLIP for slow connections and small devices.',
    revision: '9463a9c508a344c837ffefe9d724f3827bf2dc79',
    dimension: 512,
    license: 'MIT',
    drawnScenes: false,
    graphs: graphs(...MODEL_DTYPES),
    files: {
      'config.json': known(850, '0ca46b868f12305e959a1cfa2b8085e7bffd521f68769ec3bf2999986b55bec3'),
      'preprocessor_config.json': known(
        468,
        '5df7e578c37e907a431daf47fd592fc49fa50d23ed4c41285a0a34a58a9d2e06',
      ),
      'tokenizer.json': known(3_642_073, '6d9109cc838977f3ca94a379eec36aecc7c807e1785cd729660ca2fc0171fb35'),
      'tokenizer_config.json': known(726, 'f97b07bf147d9e4dbdb5f98941d35fc0b9412263a183483f73893adf756ede3e'),
    },
    note: null,
  },
  'mobileclip-s0': {
    id: 'Xenova/mobileclip_s0',
    label: 'MobileCLIP-S0',
    why: 'Apple’s small model for phones, largely convolutional; takes pictures of 256 × 256 pixels.',
    revision: '757d59c9c6870a76a4b0306f05f5061bca15c39f',
    dimension: 512,
    license: 'Apple’s own, research only',
    drawnScenes: false,
    graphs: {
      ...graphs('fp32', 'fp16'),
      q8: { vision: visionGraph('fp16'), text: textGraph('q8') },
    },
    files: {
      'config.json': known(344),
      'preprocessor_config.json': known(382),
      'tokenizer.json': known(2_224_081),
      'tokenizer_config.json': known(763),
      'onnx/vision_model.onnx': known(
        45_543_630,
        '17d3c037b1d488c10c50e09f6009ea5a198caef4e0e8f4ea5617b7cb2d067ac0',
      ),
      'onnx/vision_model_fp16.onnx': known(22_876_479),
      'onnx/text_model_quantized.onnx': known(42_799_238),
    },
    note: 'Its int8 vision weights are known to be broken, so q8 combines fp16 vision weights with q8 text weights. Its fp16 text weights do not run on WebAssembly.',
  },
  'siglip-b16': {
    id: 'Xenova/siglip-base-patch16-224',
    label: 'SigLIP B/16',
    why: 'Trained with a sigmoid loss: more accurate than a CLIP of its size; 768 dimensions.',
    revision: '4649052661e53c7000355844105f8a1792088239',
    dimension: 768,
    license: 'Apache-2.0',
    drawnScenes: false,
    graphs: graphs(...MODEL_DTYPES),
    files: {
      'tokenizer.json': known(2_398_744, '4a17c975210be5ab4c36b47d8dae4eefb866dbfb1e676e394aad85dc30a3ae08'),
      'onnx/vision_model.onnx': known(
        371_819_850,
        'f89d41bac7f4d4b87e010a467d93f98689d708916ed22f5a07f96fdfa26f475f',
      ),
      'onnx/text_model.onnx': known(
        441_332_132,
        '3aa7fdbd20eaa8740cce17bf82913de641fcb632a768fed59f661cdcd0c32553',
      ),
    },
    note: null,
  },
} satisfies Record<CatalogueName, ModelEntry>;
