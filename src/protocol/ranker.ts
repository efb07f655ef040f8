/** Who ranks: a GPU that is one where WebGPU offers it, whatever WebGPU offers, or the processor alone. */
export const RANKERS = ['auto', 'webgpu', 'cpu'] as const;
export type RankerChoice = (typeof RANKERS)[number];
