import { PictureError } from '../dataset/image-source';
import { matrix, type Matrix32 } from '../math/matrix';
import { parseImageConfig, type ImageConfig } from './config';
import type { Device } from './device';
import type { ModelFiles } from './download';
import { embeddingOutput } from './output';
import { prepare } from './prepare';
import { normalise } from './preprocess';
import type { Rgb } from './resample';
import { openSession, type Session } from './session';
import { parseContext } from './text-config';
import { TextSide } from './text-side';
import { Tokenizer } from './tokenizer';
import { unitRows } from './unit-rows';

/** The unit vectors of the contents that could be read, in order, and why not the others. */
export interface EncodedBatch {
  /** Position in the batch of each vector row. */
  readonly rows: readonly number[];
  readonly vectors: Matrix32;
  readonly failures: readonly { readonly index: number; readonly reason: string }[];
}

interface Model {
  readonly vision: Session;
  readonly visionOutput: string;
  readonly image: ImageConfig;
  readonly text: TextSide;
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
    const context = parseContext(files.config, files.tokenizerConfig);
    const tokenizer = new Tokenizer(files.tokenizer, files.tokenizerConfig, context);
    const text = await openSession(files.text, device, threads);
    const vision = await openSession(files.vision, device, threads);
    const visionOutput = embeddingOutput(vision.outputs, 'image_embeds');
    this.model = { vision, visionOutput, image, text: await TextSide.open(text, tokenizer) };
    return { mixed: text.mixed || vision.mixed };
  }

  /** Encoded pictures (JPEG, PNG …) to vectors; one that cannot be decoded is reported, never replaced. */
  async embedImages(pictures: readonly Blob[]): Promise<EncodedBatch> {
    const { image } = this.opened();
    const failures: { index: number; reason: string }[] = [];
    const rows: number[] = [];
    const prepared: Rgb[] = [];
    for (const [index, picture] of pictures.entries()) {
      try {
        prepared.push(await prepare(picture, image));
        rows.push(index);
      } catch (error) {
        if (!(error instanceof PictureError)) throw error;
        failures.push({ index, reason: error.message });
      }
    }
    return { rows, vectors: await this.embedPrepared(prepared), failures };
  }

  /** Pictures that `prepare` made, to vectors, a row each. */
  async embedPrepared(pictures: readonly Rgb[]): Promise<Matrix32> {
    const { vision, visionOutput, image } = this.opened();
    if (pictures.length === 0) return matrix(0, 0, new Float32Array());
    const size = 3 * image.width * image.height;
    const data = new Float32Array(pictures.length * size);
    pictures.forEach((picture, i) => normalise(picture, image, data, i * size));
    const feed = { data, dims: [pictures.length, 3, image.height, image.width] };
    return unitRows(await vision.run({ pixel_values: feed }, visionOutput), 'picture');
  }

  /** Captions to vectors. */
  async embedTexts(texts: readonly string[]): Promise<EncodedBatch> {
    const vectors = await this.opened().text.embed(texts);
    return { rows: texts.map((_, index) => index), vectors, failures: [] };
  }

  private opened(): Model {
    if (!this.model) throw new Error('The encoder was used before it was opened.');
    return this.model;
  }
}
