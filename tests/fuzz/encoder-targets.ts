import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseContextLength } from '../../src/encoder/tokenizer/context-length';
import { Tokenizer } from '../../src/encoder/tokenizer/tokenizer';
import { parseImageConfig } from '../../src/images/config';
import { decode } from '../../src/images/decode';
import { PictureError } from '../../src/lib/errors';
import { alteredText, damaged, nastyText } from './hostile';
import { target } from './target';

const inProject = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const modelFile = (name: string) => readFileSync(inProject(`e2e/fixtures/tiny-clip/${name}`), 'utf8');
const [CONFIG, IMAGES, TOKENIZER, TOKENS] = [
  'config.json',
  'preprocessor_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
].map(modelFile);

const FOLDER = 'src/images/fixtures/pictures';
const PICTURES = readdirSync(inProject(FOLDER))
  .map((name) => new Uint8Array(readFileSync(inProject(`${FOLDER}/${name}`))))
  .filter(({ length }) => length < 20_000);

/** Node has no decoder of pictures: everything up to the browser's own is read. */
globalThis.createImageBitmap ??= () => Promise.reject(new PictureError('cannot be decoded by Node'));

/** What an encoder reads besides captions: the files of a model, and pictures up to where the browser decodes them. */
export const ENCODER_TARGETS = [
  target('how a model takes pictures', alteredText([IMAGES]), parseImageConfig),
  target(
    'the tokenizer of a model',
    fc.tuple(alteredText([TOKENIZER]), alteredText([TOKENS]), alteredText([CONFIG]), nastyText),
    ([tokenizer, tokens, config, text]) =>
      new Tokenizer(tokenizer, tokens, parseContextLength(config, tokens)).encode(text),
  ),
  target('pictures', damaged(PICTURES), (bytes) => decode(bytes)),
];
