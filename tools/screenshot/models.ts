import { fileURLToPath } from 'node:url';
import { HUB_PATH } from '../lab/serve';

const CLIP = `${HUB_PATH}/Xenova/clip-vit-base-patch32/resolve/d15189d7028b43f1d3e65039190477f6af591c2a`;
const inProject = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const quantised = (graph: string) => [
  `${CLIP}/onnx/${graph}_quantized.onnx`,
  inProject(`e2e/fixtures/demo-q8/${graph}_quantized.onnx`),
];

/** The demo's model under the paths of a hub, with the same weights in 8 bits beside them: URL path → file or folder. */
export const MODELS: Readonly<Record<string, string>> = {
  ...(Object.fromEntries(['vision_model', 'text_model'].map(quantised)) as Record<string, string>),
  [CLIP]: inProject('public/demo/model'),
};
