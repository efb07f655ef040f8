import { toBase64, type Bytes } from '../../lib/bytes';
import type { ImageConfig } from '../../images/config';
import type { Rgb } from '../../images/resample';
import { messageOf } from '../../lib/errors';
import { row } from '../../math/matrix';
import type { Conformance } from '../../protocol/conformance';
import { CAPTIONS, goldenOf, lowestCosine, PATTERNS, type DualEncoder, type Golden } from './golden';
import { AS_DECODED, knownJpeg, pixelDifference } from './known-jpeg';

/** What the check needs from the browser. */
export interface CheckTools {
  /** Opens the same model on WebAssembly in a second thread, which `end` terminates; null where the checked one runs there itself. */
  readonly openReference: (() => Promise<{ encoder: DualEncoder; end(): void }>) | null;
  /** Why no reference may be opened; null where one may. */
  readonly obstacle: string | null;
  prepare(picture: Bytes, config: ImageConfig): Promise<Rgb>;
}

/**
 * Embeds fixed inputs with the given encoder and, where it runs on another device, also on WebAssembly, and compares the vectors;
 * decodes a JPEG whose pixels are known. Where something could not be compared, the result says why.
 */
export async function checkConformance(
  encoder: DualEncoder,
  image: ImageConfig,
  tools: CheckTools,
): Promise<Conformance> {
  const golden = await goldenOf(encoder, image);
  return {
    ...(await compared(golden, image, tools)),
    ...(await decoded(tools)),
    golden: [
      ...CAPTIONS.map((input, r) => ({ input, vector: base64Of(row(golden.texts, r)) })),
      ...Object.keys(PATTERNS).map((input, r) => ({
        input: `picture: ${input}`,
        vector: base64Of(row(golden.pictures, r)),
      })),
    ],
  };
}

async function compared(
  golden: Golden,
  image: ImageConfig,
  { openReference, obstacle }: CheckTools,
): Promise<Pick<Conformance, 'lowestCosine' | 'notCompared'>> {
  if (obstacle !== null) return { lowestCosine: null, notCompared: obstacle };
  if (!openReference) {
    return { lowestCosine: null, notCompared: 'the encoder itself ran on WebAssembly' };
  }
  try {
    const { encoder, end } = await openReference();
    try {
      return { lowestCosine: lowestCosine(golden, await goldenOf(encoder, image)), notCompared: null };
    } finally {
      end();
    }
  } catch (error) {
    return { lowestCosine: null, notCompared: `the model did not run on WebAssembly (${messageOf(error)})` };
  }
}

async function decoded({
  prepare,
}: CheckTools): Promise<Pick<Conformance, 'jpegDifference' | 'jpegRefused'>> {
  try {
    return { jpegDifference: pixelDifference(await prepare(knownJpeg(), AS_DECODED)), jpegRefused: null };
  } catch (error) {
    return { jpegDifference: null, jpegRefused: messageOf(error) };
  }
}

/** Little-endian on all that runs WebAssembly. */
function base64Of(vector: Float32Array): string {
  return toBase64(new Uint8Array(vector.slice().buffer));
}
