import { expect, test } from 'vitest';
import { matrix, row } from '../../math/matrix';
import { clipTokenizerJson, END } from '../tokenizer/fixtures/clip-tokenizer';
import { Tokenizer } from '../tokenizer/tokenizer';
import type { Feed, Session } from './session';
import { batchShape } from './batches';
import { TextSide } from './text-side';

const CONTEXT = 77;
const [START_ID, END_ID] = [49406, 49407];
const tokenizer = new Tokenizer(clipTokenizerJson(), JSON.stringify({ eos_token: END }), CONTEXT);

const ANY = batchShape(new Uint8Array(), 'wasm');
const FIXED = batchShape(new Uint8Array(), 'webgpu');

/** A graph whose vector of a text is computed from its ids; it notes the lengths that it is run with. */
function graph(
  embed: (ids: number[]) => number[],
  { outputs = ['text_embeds'], inputs = ['input_ids'] } = {},
): Session & { readonly lengths: number[]; readonly fed: Set<string> } {
  const lengths: number[] = [];
  const fed = new Set<string>();
  return {
    mixed: false,
    inputs,
    outputs,
    lengths,
    fed,
    run: async (feeds: Readonly<Record<string, Feed>>, output: string) => {
      expect(outputs).toContain(output);
      Object.keys(feeds).forEach((name) => fed.add(name));
      const { data, dims } = feeds['input_ids'];
      lengths.push(dims[1]);
      const rows = Array.from({ length: dims[0] }, (_, r) =>
        embed([...data.slice(r * dims[1], (r + 1) * dims[1])].map(Number)),
      );
      return matrix(rows.length, rows[0].length, Float32Array.from(rows.flat()));
    },
  };
}

/** Sees a text up to its end token, as CLIP does. */
const causal = (ids: number[]) => {
  const text = ids.slice(0, ids.indexOf(END_ID));
  return [text.length, text.reduce((sum, id) => sum + id, 0) / START_ID, 3];
};
/** Sees all positions, as SigLIP does. */
const whole = (ids: number[]) => [ids.length, ids[1] / START_ID, 3];
const onlyWhole = (ids: number[]) => {
  if (ids.length !== CONTEXT) throw new Error('The input tensor cannot be reshaped.');
  return causal(ids);
};

test('where the model ignores padding, each text is encoded at its own length, and the rows keep their order', async () => {
  const session = graph(causal);
  const side = await TextSide.open(session, tokenizer, ANY);
  session.lengths.length = 0;
  const vectors = await side.embed(['a cat', 'a photo of a cat', 'a dog']);
  expect(session.lengths).toEqual([4, 7]);
  const alone = await Promise.all(['a cat', 'a photo of a cat', 'a dog'].map((text) => side.embed([text])));
  expect(alone.map((one) => [...one.data])).toEqual([0, 1, 2].map((r) => [...row(vectors, r)]));
});

test('on WebGPU few lengths occur, each a function of the text alone', async () => {
  const session = graph(causal);
  const side = await TextSide.open(session, tokenizer, FIXED);
  session.lengths.length = 0;
  await side.embed(['a cat', 'a photo of a cat', 'a photo of a cat and a dog and a man']);
  expect(session.lengths).toEqual([8, 16]);
});

test.each([
  ['affects the vector', whole],
  ['is required by the graph', onlyWhole],
])('where padding %s, texts are padded to the context', async (_, embed) => {
  const session = graph(embed);
  const side = await TextSide.open(session, tokenizer, ANY);
  await side.embed(['a cat']);
  expect(session.lengths.at(-1)).toBe(CONTEXT);
});

test('graphs that take a mask are given one, and pooled vectors are used where there are no projected ones', async () => {
  const plain = graph(causal);
  await TextSide.open(plain, tokenizer, ANY);
  expect([...plain.fed]).toEqual(['input_ids']);
  const masked = graph(causal, { outputs: ['pooler_output'], inputs: ['input_ids', 'attention_mask'] });
  await TextSide.open(masked, tokenizer, ANY);
  expect([...masked.fed]).toEqual(['input_ids', 'attention_mask']);
});

test('a graph that fails at its full context fails to open', async () => {
  const broken = graph(() => {
    throw new Error('no memory');
  });
  await expect(TextSide.open(broken, tokenizer, ANY)).rejects.toThrow('no memory');
});
