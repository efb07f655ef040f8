import { parseImageConfig, type ImageConfig } from '../../images/config';
import { normalise } from '../../images/preprocess';
import type { Rgb } from '../../images/resample';
import { matrix, type Matrix32 } from '../../math/matrix';
import type { ModelFiles } from '../download/download';
import { parseContextLength } from '../tokenizer/context-length';
import { Tokenizer } from '../tokenizer/tokenizer';
import { batchShape, inBatches, leastRows, type BatchShape, type LeastRows } from './batches';
import type { Device } from './device';
import { embeddingOutput } from './output';
import { openSession, type Session } from './session';
import { TextSide } from './text-side';
import { normaliseRows } from './normalise-rows';

interface Model {
  readonly vision: Session;
  readonly visionOutput: string;
  readonly visionShape: BatchShape;
  readonly image: ImageConfig;
  readonly text: TextSide;
}

/** A dual encoder: pictures and captions to unit vectors. The page runs it in a worker. */
export class Encoder {
  private model: Model | undefined;

  /**
   * Loads both graphs on a device. `mixed` is true where parts of a graph run on the CPU beside WebGPU; `image` is how pictures must
   * be prepared; `least` the fewest rows that fit a batch, below which memory cannot be saved.
   * @throws InputError where a file of the model is unusable, DeviceError where the device cannot run it
   */
  async open(
    files: ModelFiles,
    device: Device,
    threads: number,
  ): Promise<{ mixed: boolean; image: ImageConfig; least: LeastRows }> {
    const image = parseImageConfig(files.preprocessor);
    const context = parseContextLength(files.config, files.tokenizerConfig);
    const tokenizer = new Tokenizer(files.tokenizer, files.tokenizerConfig, context);
    const text = await openSession(files.text, device, threads);
    const vision = await openSession(files.vision, device, threads);
    const [visionShape, textShape] = [batchShape(files.vision, device), batchShape(files.text, device)];
    this.model = {
      vision,
      visionOutput: embeddingOutput(vision.outputs, 'image_embeds'),
      visionShape,
      image,
      text: await TextSide.open(text, tokenizer, textShape),
    };
    const least = { pictures: leastRows(visionShape), captions: leastRows(textShape) };
    return { mixed: text.mixed || vision.mixed, image, least };
  }

  /** Unit vectors of prepared pictures, pictures × dimensions; each depends on its picture alone. */
  async embedPrepared(pictures: readonly Rgb[]): Promise<Matrix32> {
    const { vision, visionOutput, visionShape, image } = this.opened();
    if (pictures.length === 0) return matrix(0, 0, new Float32Array());
    const size = 3 * image.width * image.height;
    const vectors = await inBatches(pictures, visionShape, (batch) => {
      const data = new Float32Array(batch.length * size);
      batch.forEach((picture, i) => normalise(picture, image, data, i * size));
      const feed = { data, dims: [batch.length, 3, image.height, image.width] };
      return vision.run({ pixel_values: feed }, visionOutput);
    });
    return normaliseRows(vectors, 'picture');
  }

  /** Unit vectors of captions, captions × dimensions; each depends on its caption alone. */
  async embedTexts(texts: readonly string[]): Promise<Matrix32> {
    return this.opened().text.embed(texts);
  }

  /** The number of tokens of each caption; captions of similar length share a batch. */
  countTokens(texts: readonly string[]): number[] {
    return this.opened().text.countTokens(texts);
  }

  private opened(): Model {
    if (!this.model) throw new Error('The encoder was used before it was opened.');
    return this.model;
  }
}
