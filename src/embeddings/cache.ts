/** Unit vectors by key. A vector that was never stored reads as undefined. */
export interface VectorCache {
  getMany(keys: readonly string[]): Promise<(Float32Array | undefined)[]>;
  setMany(entries: readonly (readonly [key: string, vector: Float32Array])[]): Promise<void>;
}

/** A cache for one visit: what tests and browsers without IndexedDB use. */
export function memoryCache(): VectorCache {
  const vectors = new Map<string, Float32Array>();
  return {
    getMany: async (keys) => keys.map((key) => vectors.get(key)),
    setMany: async (entries) => entries.forEach(([key, vector]) => vectors.set(key, vector)),
  };
}
