import { PictureError } from '../../lib/errors';
import { checkLength } from './container';

/** The codes of a JPEG's Huffman table, looked up by the next 16 bits. */
export class HuffmanTable {
  /** For each 16 bits: the code's value × 32 + its length; 0 where no code matches. */
  readonly codes = new Uint16Array(1 << 16);

  /** From a DHT's content: how many codes there are of each length 1 … 16, and their values in order. */
  constructor(counts: Uint8Array, values: Uint8Array) {
    let at = 0;
    let index = 0;
    counts.forEach((count, i) => {
      for (let k = 0; k < count; k++, at += 1 << (15 - i)) {
        this.codes.fill(values[index++] * 32 + i + 1, at, at + (1 << (15 - i)));
      }
    });
  }
}

/** Entropy-coded data as bits, without the bytes stuffed after 0xff. */
export class BitReader {
  private readonly data: Uint8Array;
  private at = 0;
  private held = 0;
  private count = 0;
  private beyond = 0;

  constructor(data: Uint8Array) {
    this.data = data;
  }

  /** The next n ≤ 16 bits, without consuming them. */
  peek(n: number): number {
    while (this.count < n) {
      this.held = ((this.held << 8) | this.nextByte()) & 0xffffff;
      this.count += 8;
    }
    return (this.held >> (this.count - n)) & ((1 << n) - 1);
  }

  /** @throws PictureError where the data has ended */
  take(n: number): number {
    const bits = this.peek(n);
    this.count -= n;
    if (this.count < this.beyond) throw new PictureError('is truncated');
    return bits;
  }

  /** Skips the restart marker, which must be next. */
  restart(): void {
    [this.held, this.count, this.beyond] = [0, 0, 0];
    checkLength(this.data, this.at + 2);
    if (this.data[this.at] !== 0xff || (this.data[this.at + 1] & 0xf8) !== 0xd0) {
      throw new PictureError('is a damaged JPEG: a restart marker is missing');
    }
    this.at += 2;
  }

  private nextByte(): number {
    const byte = this.data[this.at];
    const stuffed = byte === 0xff && this.data[this.at + 1] === 0;
    if (byte === undefined || (byte === 0xff && !stuffed)) {
      this.beyond += 8;
      return 0;
    }
    this.at += stuffed ? 2 : 1;
    return byte;
  }
}

/** Writes entropy-coded data, with a zero byte stuffed after each 0xff. */
export class BitWriter {
  private readonly bytes: number[] = [];
  private held = 0;
  private count = 0;

  /** Appends the lower n ≤ 16 bits of a number. */
  put(bits: number, n: number): void {
    this.held = (this.held << n) | bits;
    this.count += n;
    while (this.count >= 8) {
      this.count -= 8;
      const byte = (this.held >> this.count) & 0xff;
      this.bytes.push(byte);
      if (byte === 0xff) this.bytes.push(0);
    }
    this.held &= (1 << this.count) - 1;
  }

  /** Fills the byte with ones and appends a marker. */
  restart(marker: number): void {
    this.fill();
    this.bytes.push(0xff, marker);
  }

  finish(): Uint8Array {
    this.fill();
    return Uint8Array.from(this.bytes);
  }

  private fill(): void {
    const n = (8 - this.count) % 8;
    this.put((1 << n) - 1, n);
  }
}
