import { matrix, type Matrix32 } from '../../math/matrix';
import type { Device } from './device';

/**
 * How many rows a graph is given at once, so that a row's vector does not depend on the others, bit for bit. `most` rows at a time;
 * where `isFixed`, always exactly so many: the first row fills up what is missing.
 */
export interface BatchShape {
  readonly most: number;
  readonly isFixed: boolean;
}

/** The fewest rows that the graphs of an encoder are run with: a batch with fewer items is filled up. */
export interface LeastRows {
  readonly pictures: number;
  readonly captions: number;
}

/** The fewest rows of a batch. */
export const leastRows = ({ most, isFixed }: BatchShape): number => (isFixed ? most : 1);

const ALONE: BatchShape = { most: 1, isFixed: true };
/** On WebAssembly rows are computed alike in batches of any size (measured: docs/FIDELITY.md). */
const ANY: BatchShape = { most: Infinity, isFixed: false };
/** On WebGPU the shape of a batch chooses among kernels that add up in different orders. */
const FIXED: BatchShape = { most: 16, isFixed: true };

/** The batches that a graph takes on a device: one row at a time where it quantises by the range of its whole batch. */
export function batchShape(graph: Uint8Array, device: Device): BatchShape {
  if (quantisesByBatch(graph)) return ALONE;
  return device === 'webgpu' ? FIXED : ANY;
}

/** What the names of ONNX operators have in common that quantise activations by the range of the whole tensor. */
const OPERATOR = new TextEncoder().encode('DynamicQuantize');

/** Whether an ONNX graph has such an operator; names of operators stand in the file as plain text. */
function quantisesByBatch(graph: Uint8Array): boolean {
  for (let at = graph.indexOf(OPERATOR[0]); at >= 0; at = graph.indexOf(OPERATOR[0], at + 1)) {
    if (OPERATOR.every((byte, i) => graph[at + i] === byte)) return true;
  }
  return false;
}

/** The vectors of items, a row each, computed by `run` in batches of that shape. There must be an item. */
export async function inBatches<Item>(
  items: readonly Item[],
  { most, isFixed }: BatchShape,
  run: (batch: readonly Item[]) => Promise<Matrix32>,
): Promise<Matrix32> {
  let vectors: Matrix32 | undefined;
  for (let at = 0; at < items.length; at += most) {
    const part = items.slice(at, at + most);
    const missing = isFixed ? most - part.length : 0;
    const { cols, data } = await run([...part, ...Array.from({ length: missing }, () => part[0])]);
    vectors ??= matrix(items.length, cols, new Float32Array(items.length * cols));
    vectors.data.set(data.subarray(0, part.length * cols), at * cols);
    if (part.length === items.length) break;
  }
  return vectors!;
}
