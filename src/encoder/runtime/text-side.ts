import type { Matrix32 } from '../../math/matrix';
import type { Tokenizer } from '../tokenizer/tokenizer';
import { embeddingOutput } from './output';
import type { Feed, Session } from './session';
import { normaliseRows } from './normalise-rows';

/** Two short texts, one a token shorter than the other, so that it is padded. */
const PROBE = ['a cat', 'two cats'];
/**
 * The least cosine at which two vectors count as equal. Quantised graphs round by the range of a whole batch, which padding changes:
 * vectors of a q8 CLIP then agree to about 0.999. Where the model attends to padding they differ far more.
 */
const SAME = 0.99;

/** A model's text encoder with its tokenizer. */
export class TextSide {
  private readonly session: Session;
  private readonly tokenizer: Tokenizer;
  private readonly output: string;
  /** What texts are padded to. */
  private readonly length: number | 'longest';

  private constructor(session: Session, tokenizer: Tokenizer, output: string, length: number | 'longest') {
    this.session = session;
    this.tokenizer = tokenizer;
    this.output = output;
    this.length = length;
  }

  /**
   * Models are trained on texts padded to their full context. Where the model ignores padding (CLIP's causal mask and end token),
   * padding to the longest text of a batch is enough and saves most of the work. Where it attends to padding (SigLIP), or the graph
   * takes no other length (MobileCLIP), texts must be padded to the context. No file says which, so both are tried.
   * @throws InputError where the graph outputs no embeddings
   */
  static async open(session: Session, tokenizer: Tokenizer): Promise<TextSide> {
    const output = embeddingOutput(session.outputs, 'text_embeds');
    const whole = new TextSide(session, tokenizer, output, tokenizer.context);
    const short = new TextSide(session, tokenizer, output, 'longest');
    const wanted = await whole.embed(PROBE);
    const got = await short.embed(PROBE).catch(() => null);
    return got && PROBE.every((_, r) => cosine(wanted, got, r) >= SAME) ? short : whole;
  }

  /** The number of tokens of each text, with start and end, without padding. */
  countTokens(texts: readonly string[]): number[] {
    return texts.map((text) => this.tokenizer.encode(text).length);
  }

  /** Unit vectors of texts, texts × dimensions. */
  async embed(texts: readonly string[]): Promise<Matrix32> {
    const { rows, cols, ids, mask } = this.tokenizer.batch(texts, this.length);
    const feeds: Record<string, Feed> = { input_ids: { data: ids, dims: [rows, cols] } };
    if (this.session.inputs.includes('attention_mask')) {
      feeds['attention_mask'] = { data: mask, dims: [rows, cols] };
    }
    return normaliseRows(await this.session.run(feeds, this.output), 'caption');
  }
}

/** Of two matrices of unit rows. */
function cosine(a: Matrix32, b: Matrix32, r: number): number {
  let sum = 0;
  for (let i = r * a.cols; i < (r + 1) * a.cols; i++) sum += a.data[i] * b.data[i];
  return sum;
}
