import type fc from 'fast-check';

/** A parser of input from outside, and the input that is made for it. */
export interface Target {
  readonly name: string;
  readonly inputs: fc.Arbitrary<unknown>;
  read(input: unknown): Promise<unknown>;
}

export const target = <T>(name: string, inputs: fc.Arbitrary<T>, read: (input: T) => unknown): Target => ({
  name,
  inputs,
  read: async (input) => read(input as T),
});

/** Gives bytes to a reader of addresses. */
export async function atAddress<T>(bytes: BlobPart, read: (url: string) => Promise<T>): Promise<T> {
  const url = URL.createObjectURL(new Blob([bytes]));
  try {
    return await read(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
