import type { LinearMemory } from './exports';

const PAGE = 65536;
/** Tables of the module lie below. */
const START = PAGE;
/** Kernels may read or write this far past the end of what they are given. */
const SLACK = 64;

/**
 * Linear memory: regions that are held from call to call, and behind them those that are laid out anew for every call, one
 * after the other. Memory never shrinks.
 */
export class Scratch {
  private readonly memory: LinearMemory;
  private readonly held = new Map<string, { readonly at: number; readonly bytes: number }>();
  private end = START;

  constructor(memory: LinearMemory) {
    this.memory = memory;
  }

  /** The addresses, each a multiple of 16, of regions of so many bytes. */
  regions<Name extends string>(bytes: Readonly<Record<Name, number>>): Record<Name, number> {
    let next = this.end;
    const at = {} as Record<Name, number>;
    for (const name in bytes) {
      at[name] = next;
      next += padded(bytes[name]);
    }
    this.reach(next);
    return at;
  }

  /** A region that is held under a name; `fresh` where it holds nothing yet, or had to move to be as long as `bytes`. */
  hold(name: string, bytes: number): { readonly at: number; readonly fresh: boolean } {
    const known = this.held.get(name);
    if (known && known.bytes >= bytes) return { at: known.at, fresh: false };
    const at = this.end;
    this.held.set(name, { at, bytes });
    this.end += padded(bytes);
    this.reach(this.end);
    return { at, fresh: true };
  }

  bytes(at: number, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.memory.buffer, at, length);
  }

  halfWords(at: number, length: number): Uint16Array<ArrayBuffer> {
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

  private reach(end: number): void {
    const missing = Math.ceil((end - this.memory.buffer.byteLength) / PAGE);
    if (missing > 0) this.memory.grow(missing);
  }
}

const padded = (bytes: number): number => Math.ceil((bytes + SLACK) / 16) * 16;
