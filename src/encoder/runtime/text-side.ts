import type { Matrix32 } from '../../math/matrix';
import type { Tokenizer } from '../tokenizer/tokenizer';
import { embeddingOutput } from './output';
import type { Feed, Session } from './session';
import { normaliseRows } from './normalise-rows';

/** Texts of a few tokens, one less than the other, so that one of them is padded. */
const PROBE = ['a cat', 'two cats'];
/**
 * Cosine from which two vectors count as one. Quantised graphs round by the range of a whole batch, which padding changes: vectors of a
 * q8 CLIP then agree to about .999. Where padding is seen they differ by far more.
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
   * Models are trained on texts padded to their whole context. Where padding is not seen (CLIP's causal mask and end token), the
   * longest text of a batch is length enough and saves most of the work; where it is (SigLIP), or where a graph takes no other
   * length (MobileCLIP), it must be the context. Which it is no file says, so it is tried.
   * @throws InputError where the graph gives no embeddings
   */
  static async open(session: Session, tokenizer: Tokenizer): Promise<TextSide> {
    const output = embeddingOutput(session.outputs, 'text_embeds');
    const whole = new TextSide(session, tokenizer, output, tokenizer.context);
    const short = new TextSide(session, tokenizer, output, 'longest');
    const wanted = await whole.embed(PROBE);
    const got = await short.embed(PROBE).catch(() => null);
    return got && PROBE.every((_, r) => cosine(wanted, got, r) >= SAME) ? short : whole;
  }

  /** How many tokens each text has, start and end included, padding not. */
  countTokens(texts: readonly string[]): number[] {
    return texts.map((text) => this.tokenizer.encode(text).length);
  }

  /** Unit vectors of texts, a row each. */
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
