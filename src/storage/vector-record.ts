import { crc32 } from '../lib/npy/crc32';

/** A stored unit vector. Its checksum shows damage of any kind. */
export interface VectorRecord {
  readonly vector: Float32Array;
  /** CRC-32 of the vector's bytes. */
  readonly crc32: number;
}

/** How far the length of a unit vector may be from 1. */
const TOLERANCE = 1e-3;

export const recordOf = (vector: Float32Array): VectorRecord => ({ vector, crc32: checksum(vector) });

/** The vector of a record; undefined where it is damaged or not one. */
export function vectorOf(record: unknown): Float32Array | undefined {
  const { vector, crc32: sum } = (record ?? {}) as Partial<VectorRecord>;
  return vector instanceof Float32Array && sum === checksum(vector) && isUnit(vector) ? vector : undefined;
}

/** The record for one of version 1, a vector alone; undefined where that is not a unit vector. */
export const migratedRecord = (old: unknown): VectorRecord | undefined =>
  old instanceof Float32Array && isUnit(old) ? recordOf(old) : undefined;

const checksum = ({ buffer, byteOffset, byteLength }: Float32Array): number =>
  crc32(new Uint8Array(buffer, byteOffset, byteLength));

function isUnit(vector: Float32Array): boolean {
  let squares = 0;
  for (const value of vector) squares += value * value;
  return Math.abs(Math.sqrt(squares) - 1) < TOLERANCE;
}
