/**
 * PCG64 (XSL-RR 128/64), bit for bit as src/math/random/pcg64.ts. A stream is 40 bytes: the state and the increment as 64-bit
 * words, lower first, then two 32-bit words: whether a half is spare, and that half.
 */

/** The multiplier 0x2360ed05_1fc65da4_4385df64_9fccf645. */
const HIGH: u64 = 0x2360ed051fc65da4;
const LOW: u64 = 0x4385df649fccf645;
const LOW_0 = LOW & 0xffffffff;
const LOW_1 = LOW >> 32;

/** 64 bits; a spare half stays as it is. */
export function next64(stream: usize): u64 {
  const low = load<u64>(stream);
  const increment = load<u64>(stream, 16);
  const low0 = low & 0xffffffff;
  const low1 = low >> 32;
  // The upper half of low · LOW, from four products of 32 bits.
  const middle = low1 * LOW_0 + ((low0 * LOW_0) >> 32);
  const upper = low1 * LOW_1 + (middle >> 32) + ((low0 * LOW_1 + (middle & 0xffffffff)) >> 32);
  const nextLow = low * LOW + increment;
  const carry = <u64>(nextLow < increment);
  const nextHigh = load<u64>(stream, 8) * LOW + low * HIGH + upper + load<u64>(stream, 24) + carry;
  store<u64>(stream, nextLow);
  store<u64>(stream, nextHigh, 8);
  return rotr<u64>(nextHigh ^ nextLow, nextHigh >> 58);
}

/** 32 bits: the lower half of a 64-bit draw, then its upper half. */
export function next32(stream: usize): u32 {
  if (load<u32>(stream, 32)) {
    store<u32>(stream, 0, 32);
    return load<u32>(stream, 36);
  }
  const both = next64(stream);
  store<u32>(stream, 1, 32);
  store<u32>(stream, <u32>(both >> 32), 36);
  return <u32>both;
}

/** A number in [0, 1) with 53 random bits. */
export function nextDouble(stream: usize): f64 {
  return <f64>(<i64>(next64(stream) >> 11)) * (1.0 / 9007199254740992.0);
}

/** A whole number 0 … max, both included: D. Lemire's multiplication, as boundedInteger of src/math/random/bounded.ts. */
export function nextBounded(stream: usize, max: u32): u32 {
  if (max == 0) return 0;
  const count = <u64>max + 1;
  let product = <u64>next32(stream) * count;
  if (<u32>product < <u32>count) {
    const threshold = (0xffffffff - max) % <u32>count;
    while (<u32>product < threshold) product = <u64>next32(stream) * count;
  }
  return <u32>(product >> 32);
}
