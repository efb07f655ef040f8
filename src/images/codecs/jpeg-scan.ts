import { PictureError } from '../../lib/errors';
import { BitReader, BitWriter, type HuffmanTable } from './jpeg-bits';

/** One channel of an interleaved scan. */
export interface ScanChannel {
  /** Blocks in each minimum coded unit. */
  readonly blocks: number;
  readonly dc: HuffmanTable | undefined;
  /** Undefined in progressive scans, which interleave only DC values. */
  readonly ac: HuffmanTable | undefined;
  /** The output that receives its codes. */
  readonly to: number;
}

export interface Scan {
  readonly channels: readonly ScanChannel[];
  /** True where each block is one bit, the next of its DC value. */
  readonly refines: boolean;
  /** Minimum coded units in the scan, and between restarts; 0 where there are none. */
  readonly units: number;
  readonly restart: number;
  /** Zero bits appended to each output after each unit. */
  readonly padding: readonly number[];
}

/**
 * Distributes the codes of an interleaved scan to several outputs, unchanged.
 * @throws PictureError where the data is cut off or a code is in no Huffman table
 */
export function distributeScan(data: Uint8Array, scan: Scan): Uint8Array[] {
  const reader = new BitReader(data);
  const writers = scan.padding.map(() => new BitWriter());
  for (let unit = 0; unit < scan.units; unit++) {
    if (scan.restart > 0 && unit > 0 && unit % scan.restart === 0) {
      reader.restart();
      const marker = 0xd0 + ((unit / scan.restart - 1) & 7);
      for (const writer of writers) writer.restart(marker);
    }
    for (const channel of scan.channels) {
      const writer = writers[channel.to];
      for (let block = 0; block < channel.blocks; block++) {
        if (scan.refines) writer.put(reader.take(1), 1);
        else copyBlock(reader, writer, channel);
      }
    }
    scan.padding.forEach((bits, to) => writers[to].put(0, bits));
  }
  return writers.map((writer) => writer.finish());
}

function copyBlock(reader: BitReader, writer: BitWriter, { dc, ac }: ScanChannel): void {
  copyBits(reader, writer, copyCode(reader, writer, dc));
  if (!ac) return;
  for (let k = 1; k < 64; k++) {
    const value = copyCode(reader, writer, ac);
    const [zeros, bits] = [value >> 4, value & 15];
    if (bits === 0 && zeros !== 15) return;
    copyBits(reader, writer, bits);
    k += zeros;
  }
}

function copyCode(reader: BitReader, writer: BitWriter, table: HuffmanTable | undefined): number {
  const found = table?.codes[reader.peek(16)];
  if (!found) throw new PictureError('is a damaged JPEG: a code is in no Huffman table');
  copyBits(reader, writer, found & 31);
  return found >> 5;
}

function copyBits(reader: BitReader, writer: BitWriter, n: number): void {
  if (n > 0) writer.put(reader.take(n), n);
}
