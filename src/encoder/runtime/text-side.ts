import { matrix, row, type Matrix32 } from '../../math/matrix';
import type { Tokenizer } from '../tokenizer/tokenizer';
import { inBatches, type BatchShape } from './batches';
import { embeddingOutput } from './output';
import type { Feed, Session } from './session';
import { normaliseRows } from './normalise-rows';

/** Two short texts, one a token shorter than the other, so that it is padded when they are tried together. */
const PROBE = ['a cat', 'two cats'];
/**
 * The least cosine at which two vectors count as equal. Quantised graphs round by the range of a whole batch, which padding changes:
 * vectors of a q8 CLIP then agree to about 0.999. Where the model attends to padding they differ far more.
 */
const SAME = 0.99;

/** On WebGPU, where each shape of a batch costs preparation, lengths are rounded up to a multiple of this. */
const LENGTH_STEP = 8;

/** A model's text encoder with its tokenizer. */
export class TextSide {
  private readonly session: Session;
  private readonly tokenizer: Tokenizer;
  private readonly shape: BatchShape;
  private readonly output: string;
  /** True where texts are padded to the context, false where to a length that follows from their own tokens. */
  private readonly padsToContext: boolean;

  private constructor(session: Session, tokenizer: Tokenizer, shape: BatchShape, padsToContext: boolean) {
    this.session = session;
    this.tokenizer = tokenizer;
    this.shape = shape;
    this.output = embeddingOutput(session.outputs, 'text_embeds');
    this.padsToContext = padsToContext;
  }

  /**
   * Models are trained on texts padded to their full context. Where the model ignores padding (CLIP's causal mask and end token),
   * leaving it out saves most of the work. Where it attends to padding (SigLIP), or the graph takes no other length (MobileCLIP),
   * texts must be padded to the context. No file says which, so both are tried.
   * @throws InputError where the graph outputs no embeddings
   */
  static async open(session: Session, tokenizer: Tokenizer, shape: BatchShape): Promise<TextSide> {
    const whole = new TextSide(session, tokenizer, shape, true);
    const short = new TextSide(session, tokenizer, shape, false);
    const wanted = await whole.embed(PROBE);
    const probe = short.encode(PROBE);
    const padded = Math.max(...probe.map((ids) => ids.length));
    const got = await short.embedPadded(probe, padded).catch(() => null);
    return got && PROBE.every((_, r) => cosine(wanted, got, r) >= SAME) ? short : whole;
  }

  /** The number of tokens of each text, with start and end, without padding. */
  countTokens(texts: readonly string[]): number[] {
    return this.encode(texts).map((ids) => ids.length);
  }

  /** Unit vectors of texts, texts × dimensions. Texts of unlike lengths are not encoded together, as the padding shows in the last bits. */
  async embed(texts: readonly string[]): Promise<Matrix32> {
    const encoded = this.encode(texts);
    const lengths = encoded.map((ids) => this.lengthOf(ids.length));
    const rows: Float32Array[] = new Array(texts.length);
    for (const length of new Set(lengths)) {
      const members = lengths.flatMap((other, i) => (other === length ? [i] : []));
      const vectors = await this.embedPadded(
        members.map((i) => encoded[i]),
        length,
      );
      members.forEach((i, r) => (rows[i] = row(vectors, r)));
    }
    const cols = rows[0]?.length ?? 0;
    const data = new Float32Array(rows.length * cols);
    rows.forEach((vector, r) => data.set(vector, r * cols));
    return matrix(rows.length, cols, data);
  }

  /** The length to which a text is padded: it follows from the text alone. */
  private lengthOf(tokens: number): number {
    if (this.padsToContext) return this.tokenizer.context;
    if (!this.shape.isFixed || this.shape.most === 1) return tokens;
    return Math.min(this.tokenizer.context, LENGTH_STEP * Math.ceil(tokens / LENGTH_STEP));
  }

  private encode(texts: readonly string[]): number[][] {
    return texts.map((text) => this.tokenizer.encode(text));
  }

  private async embedPadded(encoded: readonly number[][], length: number): Promise<Matrix32> {
    const vectors = await inBatches(encoded, this.shape, (batch) => {
      const { rows, cols, ids, mask } = this.tokenizer.batch(batch, length);
      const feeds: Record<string, Feed> = { input_ids: { data: ids, dims: [rows, cols] } };
      if (this.session.inputs.includes('attention_mask')) {
        feeds['attention_mask'] = { data: mask, dims: [rows, cols] };
      }
      return this.session.run(feeds, this.output);
    });
    return normaliseRows(vectors, 'caption');
  }
}

/** Of two matrices of unit rows. */
function cosine(a: Matrix32, b: Matrix32, r: number): number {
  let sum = 0;
  for (let i = r * a.cols; i < (r + 1) * a.cols; i++) sum += a.data[i] * b.data[i];
  return sum;
}
