import { InputError } from '../../lib/errors';
import { isObject, parseObject, wholeNumber } from '../../lib/json';

/** Positions of a text side whose config.json leaves them out, as transformers' configuration classes have them. */
const CONTEXTS: Readonly<Record<string, number>> = { clip: 77, siglip: 64, siglip2: 64 };
/** Files that know no limit say so by a huge number. */
const MOST = 1 << 16;

/**
 * The most tokens that a model's text side takes: as config.json says, else as is usual for its kind, else as tokenizer_config.json
 * says.
 * @throws InputError where none of them does
 */
export function parseContextLength(configJson: string, tokenizerConfig: string): number {
  const config = parseObject(configJson, 'config.json');
  const text = isObject(config['text_config']) ? config['text_config'] : {};
  const given = text['max_position_embeddings'] ?? CONTEXTS[String(config['model_type'])];
  const context = given ?? parseObject(tokenizerConfig, 'tokenizer_config.json')['model_max_length'];
  const usable = wholeNumber(context, 2);
  if (usable === undefined || usable > MOST) {
    throw new InputError(
      'config.json: text_config.max_position_embeddings must be a whole number above 1, or tokenizer_config.json must name model_max_length.',
    );
  }
  return usable;
}
