/** What runs the model: `auto` is WebGPU where it works, else WebAssembly. */
export const DEVICES = ['auto', 'webgpu', 'wasm'] as const;
export type DeviceChoice = (typeof DEVICES)[number];

/** What ranks: `auto` is a hardware GPU where WebGPU offers one, `webgpu` also a software adapter, `cpu` never a GPU. */
export const RANKERS = ['auto', 'webgpu', 'cpu'] as const;
export type RankerChoice = (typeof RANKERS)[number];
