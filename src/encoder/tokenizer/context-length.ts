import { InputError } from '../../lib/errors';
import { isObject, parseObject, wholeNumber } from '../../lib/json';

/** Context lengths that a config.json may leave out: the defaults of transformers' configuration classes. */
const CONTEXTS: Readonly<Record<string, number>> = { clip: 77, siglip: 64, siglip2: 64 };
/** Files without a limit state a huge number. */
const MAX_CONTEXT = 1 << 16;

/**
 * The context length of a text encoder, in tokens: from config.json, else the default of its model type, else from
 * tokenizer_config.json.
 * @throws InputError where none of them has it
 */
export function parseContextLength(configJson: string, tokenizerConfig: string): number {
  const config = parseObject(configJson, 'config.json');
  const text = isObject(config['text_config']) ? config['text_config'] : {};
  const given = text['max_position_embeddings'] ?? CONTEXTS[String(config['model_type'])];
  const context = given ?? parseObject(tokenizerConfig, 'tokenizer_config.json')['model_max_length'];
  const usable = wholeNumber(context, 2);
  if (usable === undefined || usable > MAX_CONTEXT) {
    throw new InputError(
      'config.json: text_config.max_position_embeddings must be a whole number above 1, or tokenizer_config.json must have model_max_length.',
    );
  }
  return usable;
}
