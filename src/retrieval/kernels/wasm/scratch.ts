import type { LinearMemory } from './exports';

const PAGE = 65536;
/** Tables of the module lie below. */
const START = PAGE;
/** Kernels may read or write this far past the end of what they are given. */
const SLACK = 64;

/** Linear memory that is laid out anew for every call: regions one after the other, none ever freed. */
export class Scratch {
  private readonly memory: LinearMemory;

  constructor(memory: LinearMemory) {
    this.memory = memory;
  }

  /** The addresses, each a multiple of 16, of regions of so many bytes. */
  regions<Name extends string>(bytes: Readonly<Record<Name, number>>): Record<Name, number> {
    let next = START;
    const at = {} as Record<Name, number>;
    for (const name in bytes) {
      at[name] = next;
      next += Math.ceil((bytes[name] + SLACK) / 16) * 16;
    }
    const missing = Math.ceil((next - this.memory.buffer.byteLength) / PAGE);
    if (missing > 0) this.memory.grow(missing);
    return at;
  }

  bytes(at: number, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.memory.buffer, at, length);
  }

  halves(at: number, length: number): Uint16Array<ArrayBuffer> {
    return new Uint16Array(this.memory.buffer, at, length);
  }

  words(at: number, length: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.memory.buffer, at, length);
  }

  floats(at: number, length: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.memory.buffer, at, length);
  }

  doubles(at: number, length: number): Float64Array<ArrayBuffer> {
    return new Float64Array(this.memory.buffer, at, length);
  }
}
