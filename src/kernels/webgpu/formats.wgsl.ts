import type { Adapter } from './adapter';
import type { FormatPair } from './pairs';

/** What the shader of a pair of formats has of its own, in WGSL. */
export interface FormatCode {
  /** Directives, which come first in a module. */
  readonly directives: string;
  /** Type of a sum of products. */
  readonly sum: 'f32' | 'i32';
  /** Type of a chunk of the gallery as it is stored; a query's chunk is always vec4<u32>. */
  readonly stored: 'vec4<u32>' | 'vec2<u32>';
  /** fn unpack(chunk: stored) -> vec4<u32> brings a gallery chunk to the form of a query's. */
  readonly unpack: string;
  /** fn accumulate(sum, a: vec4<u32>, b: vec4<u32>) adds the products of a chunk to a sum. */
  readonly accumulate: string;
  /** fn product(sum) -> f32 gives the dot product. */
  readonly product: string;
}

type Features = Pick<Adapter, 'halves' | 'dot4'>;

const AS_STORED = `fn unpack(chunk: vec4<u32>) -> vec4<u32> { return chunk; }`;
const SUM_ITSELF = `fn product(sum: f32) -> f32 { return sum; }`;
const SUM_AS_FLOAT = `fn product(sum: i32) -> f32 { return f32(sum); }`;

/** One dimension after the other, so that twins score the same and halves round as they do in plain code. */
const ADD_FOUR = `
fn addFour(sum: f32, a: vec4<f32>, b: vec4<f32>) -> f32 {
  return fma(a.w, b.w, fma(a.z, b.z, fma(a.y, b.y, fma(a.x, b.x, sum))));
}`;

const FLOATS: FormatCode = {
  directives: '',
  sum: 'f32',
  stored: 'vec4<u32>',
  unpack: AS_STORED,
  accumulate: `${ADD_FOUR}
fn accumulate(sum: f32, a: vec4<u32>, b: vec4<u32>) -> f32 {
  return addFour(sum, bitcast<vec4<f32>>(a), bitcast<vec4<f32>>(b));
}`,
  product: SUM_ITSELF,
};

const NATIVE_HALVES = `fn fourHalves(words: vec2<u32>) -> vec4<f32> { return vec4<f32>(bitcast<vec4<f16>>(words)); }`;
const UNPACKED_HALVES = `fn fourHalves(words: vec2<u32>) -> vec4<f32> {
  return vec4<f32>(unpack2x16float(words.x), unpack2x16float(words.y));
}`;

const halves = (native: boolean): FormatCode => ({
  ...FLOATS,
  directives: native ? 'enable f16;' : '',
  accumulate: `${ADD_FOUR}
${native ? NATIVE_HALVES : UNPACKED_HALVES}
fn accumulate(sum: f32, a: vec4<u32>, b: vec4<u32>) -> f32 {
  return addFour(addFour(sum, fourHalves(a.xy), fourHalves(b.xy)), fourHalves(a.zw), fourHalves(b.zw));
}`,
});

/** Four bytes of each word, brought to whole signed numbers by two shifts. */
const DOT4_BY_SHIFTS = `
fn bytesOf(word: u32) -> vec4<i32> {
  return (vec4<i32>(bitcast<i32>(word)) << vec4<u32>(24, 16, 8, 0)) >> vec4<u32>(24);
}
fn dot4(a: u32, b: u32) -> i32 { return dot(bytesOf(a), bytesOf(b)); }`;
const DOT4_NATIVE = `fn dot4(a: u32, b: u32) -> i32 { return dot4I8Packed(a, b); }`;

const bytes = (native: boolean): FormatCode => ({
  directives: native ? 'requires packed_4x8_integer_dot_product;' : '',
  sum: 'i32',
  stored: 'vec4<u32>',
  unpack: AS_STORED,
  accumulate: `${native ? DOT4_NATIVE : DOT4_BY_SHIFTS}
fn accumulate(sum: i32, a: vec4<u32>, b: vec4<u32>) -> i32 {
  return sum + dot4(a.x, b.x) + dot4(a.y, b.y) + dot4(a.z, b.z) + dot4(a.w, b.w);
}`,
  product: SUM_AS_FLOAT,
});

/** Four half bytes spread over the bytes of a word; 0xf0 above those whose sign bit is set. */
const NIBBLES_TO_BYTES = `
fn nibblesToBytes(four: u32) -> u32 {
  let pairs = (four | (four << 8)) & 0x00ff00ff;
  let each = (pairs | (pairs << 4)) & 0x0f0f0f0f;
  return each | (((each & 0x08080808) >> 3) * 0xf0);
}
fn unpack(chunk: vec2<u32>) -> vec4<u32> {
  return vec4<u32>(
    nibblesToBytes(chunk.x & 0xffff), nibblesToBytes(chunk.x >> 16),
    nibblesToBytes(chunk.y & 0xffff), nibblesToBytes(chunk.y >> 16),
  );
}`;

/** Counts dimensions whose signs differ: cols − 2 · Hamming distance is the score. */
const SIGNS: FormatCode = {
  directives: '',
  sum: 'i32',
  stored: 'vec4<u32>',
  unpack: AS_STORED,
  accumulate: `
fn accumulate(sum: i32, a: vec4<u32>, b: vec4<u32>) -> i32 {
  let differ = countOneBits(a ^ b);
  return sum + i32(differ.x + differ.y + differ.z + differ.w);
}`,
  product: `fn product(sum: i32) -> f32 { return f32(i32(params.cols) - 2 * sum); }`,
};

/** The code of a pair of formats. Throws a TypeError for a pair that no shader joins. */
export function formatCode(pair: FormatPair, { halves: nativeHalves, dot4 }: Features): FormatCode {
  switch (pair) {
    case 'f32 × f32':
      return FLOATS;
    case 'f16 × f16':
      return halves(nativeHalves);
    case 'i8 × i8':
      return bytes(dot4);
    case 'i8 × i4':
      return { ...bytes(dot4), stored: 'vec2<u32>', unpack: NIBBLES_TO_BYTES };
    case 'bits × bits':
      return SIGNS;
    default:
      throw new TypeError(`No shader scores ${pair}.`);
  }
}
