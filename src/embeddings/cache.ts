/** Unit vectors by key; undefined for keys that are not stored. */
export interface VectorCache {
  getMany(keys: readonly string[]): Promise<(Float32Array | undefined)[]>;
  setMany(entries: readonly (readonly [key: string, vector: Float32Array])[]): Promise<void>;
}

/** A cache in memory, for one visit. */
export function memoryCache(): VectorCache {
  const vectors = new Map<string, Float32Array>();
  return {
    getMany: async (keys) => keys.map((key) => vectors.get(key)),
    setMany: async (entries) => entries.forEach(([key, vector]) => vectors.set(key, vector)),
  };
}
