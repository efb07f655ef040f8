import { PictureError } from '../dataset/image-source';
import { InputError } from '../errors';
import { matrix, row, type Matrix32 } from '../math/matrix';
import { parseContext, parseImageConfig, type ImageConfig } from './config';
import { decode } from './decode';
import type { Device } from './device';
import type { ModelFiles } from './download';
import { normalise, resizeAndCrop } from './preprocess';
import type { Rgb } from './resample';
import { openSession, type Feed, type Session } from './session';
import { Tokenizer } from './tokenizer';

/** The unit vectors of the contents that could be read, in order, and why not the others. */
export interface EncodedBatch {
  /** Position in the batch of each vector row. */
  readonly rows: readonly number[];
  readonly vectors: Matrix32;
  readonly failures: readonly { readonly index: number; readonly reason: string }[];
}

interface Model {
  readonly vision: Session;
  readonly text: Session;
  readonly image: ImageConfig;
  readonly tokenizer: Tokenizer;
}

/** A dual encoder: pictures and captions to unit vectors. Lives in a worker; tests build it without one. */
export class Encoder {
  private model: Model | undefined;

  /**
   * Starts both sides on a device; `mixed` tells that parts of a graph run on the CPU beside WebGPU.
   * @throws InputError where a file of the model is unusable, DeviceError where the device cannot run it
   */
  async open(files: ModelFiles, device: Device, threads: number): Promise<{ mixed: boolean }> {
    const image = parseImageConfig(files.preprocessor);
    const tokenizer = new Tokenizer(files.tokenizer, files.tokenizerConfig, parseContext(files.config));
    const text = await openSession(files.text, device, threads);
    const vision = await openSession(files.vision, device, threads);
    this.model = { vision, text, image, tokenizer };
    return { mixed: text.mixed || vision.mixed };
  }

  /** Encoded pictures (JPEG, PNG …) to vectors; one that cannot be decoded is reported, never replaced. */
  async embedImages(pictures: readonly Blob[]): Promise<EncodedBatch> {
    const { vision, image } = this.opened();
    const failures: { index: number; reason: string }[] = [];
    const squares: { index: number; square: Rgb }[] = [];
    for (const [index, picture] of pictures.entries()) {
      try {
        squares.push({ index, square: resizeAndCrop(await decode(picture), image) });
      } catch (error) {
        if (!(error instanceof PictureError)) throw error;
        failures.push({ index, reason: error.message });
      }
    }
    const rows = squares.map(({ index }) => index);
    if (rows.length === 0) return { rows, vectors: matrix(0, 0, new Float32Array()), failures };
    const size = 3 * image.crop * image.crop;
    const data = new Float32Array(rows.length * size);
    squares.forEach(({ square }, i) => normalise(square, image, data, i * size));
    const feed = { data, dims: [rows.length, 3, image.crop, image.crop] };
    const vectors = await vision.run({ pixel_values: feed }, 'image_embeds');
    return { rows, vectors: unitRows(vectors, 'picture'), failures };
  }

  /** Captions to vectors. */
  async embedTexts(texts: readonly string[]): Promise<EncodedBatch> {
    const { text, tokenizer } = this.opened();
    const { rows, cols, ids, mask } = tokenizer.batch(texts);
    const feeds: Record<string, Feed> = { input_ids: { data: ids, dims: [rows, cols] } };
    if (text.inputs.includes('attention_mask')) feeds['attention_mask'] = { data: mask, dims: [rows, cols] };
    const vectors = await text.run(feeds, 'text_embeds');
    return { rows: texts.map((_, index) => index), vectors: unitRows(vectors, 'caption'), failures: [] };
  }

  private opened(): Model {
    if (!this.model) throw new Error('The encoder was used before it was opened.');
    return this.model;
  }
}

/** Rows scaled to length 1; a vector that is zero or not finite is an error of the model, not a result. */
function unitRows(vectors: Matrix32, what: string): Matrix32 {
  const out = matrix(vectors.rows, vectors.cols, Float32Array.from(vectors.data));
  for (let r = 0; r < out.rows; r++) {
    const values = row(out, r);
    const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
    if (!Number.isFinite(length) || length === 0) {
      throw new InputError(
        `The model gave a ${what} a vector of length ${length}. Its weights may be damaged or unfit for this device; choose another dtype or WebAssembly.`,
      );
    }
    for (let c = 0; c < out.cols; c++) values[c] /= length;
  }
  return out;
}
