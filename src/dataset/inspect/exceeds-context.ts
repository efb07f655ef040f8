/** What CLIP's tokenizer never joins: words, digits, runs of other signs (openai/CLIP, simple_tokenizer.py). */
const PIECE = /'s|'t|'re|'ve|'m|'ll|'d|\p{L}+|\p{N}|[^\s\p{L}\p{N}]+/giu;

/**
 * Whether a caption has more tokens than a model reads, by an estimate that needs no tokenizer: one for each word, digit and run of
 * signs, and two for start and end. CLIP's tokenizer never makes fewer; rare and long words make more, so some are overlooked.
 * @param context tokens that the model reads
 */
export function exceedsContext(text: string, context: number): boolean {
  let tokens = 2;
  if (text.length + tokens <= context) return false;
  PIECE.lastIndex = 0;
  while (tokens <= context && PIECE.exec(text) !== null) tokens++;
  return tokens > context;
}
