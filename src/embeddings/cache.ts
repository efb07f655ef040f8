/** Unit vectors by key; undefined for keys that are not stored. */
export interface VectorCache {
  getMany(keys: readonly string[]): Promise<(Float32Array | undefined)[]>;
  setMany(entries: readonly KeyedVector[]): Promise<void>;
}

export type KeyedVector = readonly [key: string, vector: Float32Array];

/** Vectors that outlast the visit. Each call throws where the storage fails, with a sentence that says what to do. */
export interface StoredVectors {
  /** Vectors by key, undefined for those that are not stored whole, and how many records were damaged. */
  read(
    keys: readonly string[],
  ): Promise<{ readonly vectors: readonly (Float32Array | undefined)[]; readonly damaged: number }>;
  /** Stores all of them or, where it throws, none. */
  write(entries: readonly KeyedVector[]): Promise<void>;
  /** How many of these keys nothing is stored for. */
  countMissing(keys: ReadonlySet<string>): Promise<number>;
}

/** A cache in memory, for one visit. */
export interface MemoryCache extends VectorCache {
  count(): number;
  clear(): void;
}

export function memoryCache(): MemoryCache {
  const vectors = new Map<string, Float32Array>();
  return {
    getMany: async (keys) => keys.map((key) => vectors.get(key)),
    setMany: async (entries) => entries.forEach(([key, vector]) => vectors.set(key, vector)),
    count: () => vectors.size,
    clear: () => vectors.clear(),
  };
}
