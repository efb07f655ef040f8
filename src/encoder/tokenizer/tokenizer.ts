import { Tokenizer as HubTokenizer } from '@huggingface/tokenizers';
import { InputError, messageOf } from '../../lib/errors';
import { describeJson, parseObject } from '../../lib/json';
import { lowersCase, withRustSpaces } from './tokenizer-json';

/** Token ids of a batch, rows × cols, right-padded with the pad token; the mask is 1 where a token is attended to. */
export interface TokenBatch {
  readonly rows: number;
  readonly cols: number;
  readonly ids: BigInt64Array;
  readonly mask: BigInt64Array;
}

/** The library explains what it does not know, and fails in its own words where something is missing. */
const whyNot = (error: unknown): string =>
  error instanceof TypeError
    ? 'it is damaged, or of a kind that this page does not know.'
    : messageOf(error).replace('undefined', 'missing');

/** Texts to token ids, by the model's own tokenizer.json. */
export class Tokenizer {
  private readonly hub: HubTokenizer;
  readonly context: number;
  private readonly lowersCase: boolean;
  /** False where the model was trained without a mask (SigLIP), so that it attends to padding. */
  private readonly masksPadding: boolean;
  private readonly end: number;
  private readonly pad: number;

  /**
   * @param context the model's context length in tokens, start and end included
   * @throws InputError where the two files do not describe a tokenizer with an end token
   */
  constructor(tokenizerJson: string, tokenizerConfig: string, context: number) {
    const config = parseObject(tokenizerConfig, 'tokenizer_config.json');
    const json = parseObject(tokenizerJson, 'tokenizer.json');
    this.lowersCase = lowersCase(json);
    try {
      this.hub = new HubTokenizer(withRustSpaces(json), config);
    } catch (error) {
      throw new InputError(`tokenizer.json cannot be used: ${whyNot(error)}`, error);
    }
    this.context = context;
    const inputs = config['model_input_names'];
    this.masksPadding = !Array.isArray(inputs) || inputs.includes('attention_mask');
    this.end = this.idOf(config['eos_token'], 'eos_token');
    this.pad = this.idOf(config['pad_token'] ?? config['eos_token'], 'pad_token');
  }

  /**
   * The ids of one text, at most `context` of them; a truncated text still ends with the end token. A capital sigma always becomes σ,
   * as in transformers' Rust tokenizers, which lower-case each letter alone; JavaScript looks at the word.
   */
  encode(text: string): number[] {
    const { ids } = this.hub.encode(this.lowersCase ? text.replaceAll('Σ', 'σ') : text);
    return ids.length <= this.context ? ids : [...ids.slice(0, this.context - 1), this.end];
  }

  /** The ids of several encoded texts, padded to a length that none exceeds. */
  batch(encoded: readonly (readonly number[])[], cols: number): TokenBatch {
    const rows = encoded.length;
    const ids = new BigInt64Array(rows * cols).fill(BigInt(this.pad));
    const mask = new BigInt64Array(rows * cols).fill(this.masksPadding ? 0n : 1n);
    encoded.forEach((row, r) =>
      row.forEach((id, c) => {
        ids[r * cols + c] = BigInt(id);
        mask[r * cols + c] = 1n;
      }),
    );
    return { rows, cols, ids, mask };
  }

  private idOf(token: unknown, name: string): number {
    const text =
      typeof token === 'object' && token !== null ? (token as { content?: unknown }).content : token;
    const id = typeof text === 'string' ? this.hub.token_to_id(text) : undefined;
    if (id === undefined) {
      throw new InputError(
        `tokenizer_config.json: ${name} (${describeJson(text)}) is not in the vocabulary.`,
      );
    }
    return id;
  }
}
