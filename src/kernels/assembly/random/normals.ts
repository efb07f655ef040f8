import { exp, log1p } from '../env';
import { next64, nextDouble } from './pcg64';

/** Where the tail begins. */
const TAIL: f64 = 3.6541528853610088;
const INVERSE_TAIL: f64 = 0.27366123732975828;

/** Of the tables of src/math/random/ziggurat-tables.ts, one after the other: 256 doubles each. */
const WIDTH: usize = 2048;
const DENSITY: usize = 4096;

/** A magnitude beyond TAIL, less TAIL. */
function beyondTail(stream: usize): f64 {
  let x: f64;
  let y: f64;
  do {
    x = -INVERSE_TAIL * log1p(-nextDouble(stream));
    y = -log1p(-nextDouble(stream));
  } while (y + y <= x * x);
  return x;
}

function withSign(magnitude: f64, negative: u64): f64 {
  return reinterpret<f64>(reinterpret<u64>(magnitude) | (negative << 63));
}

/** The draw that began with these bits, where its place is not inside the strip for certain; NaN where it is rejected. */
function settle(stream: usize, tables: usize, bits: u64, x: f64): f64 {
  const strip = (<usize>(bits & 0xff)) << 3;
  // The tail takes its sign from a bit of the mantissa.
  if (strip == 0) return withSign(TAIL + beyondTail(stream), (bits >> 17) & 1);
  const density = tables + DENSITY + strip;
  const low = load<f64>(density);
  const height = (load<f64>(density - 8) - low) * nextDouble(stream) + low;
  return height < exp(-0.5 * x * x) ? withSign(x, (bits >> 8) & 1) : NaN;
}

/** Draws from the standard normal distribution, as src/math/random/ziggurat.ts says: `count` doubles. */
export function drawNormals(stream: usize, tables: usize, count: i32, out: usize): void {
  for (const end = out + ((<usize>count) << 3); out < end;) {
    // Of the 64 bits: 8 choose the strip, 1 is the sign, 52 are the place within the strip.
    const bits = next64(stream);
    const entry = tables + ((<usize>(bits & 0xff)) << 3);
    const mantissa = <f64>(<i64>((bits >> 9) & 0xfffffffffffff));
    const x = mantissa * load<f64>(entry, WIDTH);
    const drawn =
      mantissa < load<f64>(entry) ? withSign(x, (bits >> 8) & 1) : settle(stream, tables, bits, x);
    store<f64>(out, drawn);
    if (!isNaN(drawn)) out += 8;
  }
}
