/**
 * What a file of the build is for: the first view, further views, the built-in data and the model's runtime, the runtime on
 * WebGPU in browsers with JSPI and in others. In this order they are kept for use without a network.
 */
export type FilePart = 'first view' | 'views' | 'data' | 'WebGPU, JSPI' | 'WebGPU, no JSPI';

/** A file of the build. */
export interface BuiltFile {
  /** From the folder of the page; empty for the page itself. */
  readonly path: string;
  /** Differs where the content does. */
  readonly revision: string;
  readonly part: FilePart;
}

/** What the page asks of its service worker. */
export type Wish =
  | { readonly ask: 'keep'; readonly parts: readonly FilePart[] }
  /** Take the place of the version before. */
  | { readonly ask: 'take over' };
