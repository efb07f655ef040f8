import { isObject } from '../../lib/json';

type Json = Readonly<Record<string, unknown>>;

/** The built-in expression of ByteLevel (GPT-2's), as the Rust library of `transformers` has it. */
const BYTE_LEVEL = String.raw`'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`;

/** A parsed tokenizer.json whose regular expressions mean in JavaScript what they mean to the Rust library. */
export function withRustSpaces(tokenizer: Json): Json {
  return {
    ...tokenizer,
    normalizer: rewritten(tokenizer['normalizer']),
    pre_tokenizer: rewritten(tokenizer['pre_tokenizer']),
  };
}

/** Whether texts are lower-cased somewhere in a tokenizer.json. */
export const lowersCase = ({ normalizer }: Json): boolean =>
  JSON.stringify(normalizer ?? null).includes('"Lowercase"');

function rewritten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rewritten);
  if (!isObject(value)) return value;
  if (value['type'] === 'ByteLevel' && value['use_regex'] !== false && value['add_prefix_space'] === false) {
    return spelledOut(value);
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'Regex' && typeof inner === 'string' ? unicodeSpaces(inner) : rewritten(inner),
    ]),
  );
}

/** ByteLevel as the split that it begins with and the rest of it. */
function spelledOut(byteLevel: Json): Json {
  const pattern = { Regex: unicodeSpaces(BYTE_LEVEL) };
  return {
    type: 'Sequence',
    pretokenizers: [
      { type: 'Split', pattern, behavior: 'Isolated', invert: false },
      { ...byteLevel, use_regex: false },
    ],
  };
}

/** `\s` as Unicode's white space: JavaScript's own takes U+FEFF along. */
function unicodeSpaces(regex: string): string {
  return regex.replace(/\\(.)/gsu, (escape, letter) =>
    letter === 's' ? String.raw`\p{White_Space}` : letter === 'S' ? String.raw`\P{White_Space}` : escape,
  );
}
