import packages from '../../../package.json';

/** The runtime and its version, part of a vector's identity: package.json pins it. */
export const RUNTIME = `onnxruntime-web ${packages.dependencies['onnxruntime-web']}`;
