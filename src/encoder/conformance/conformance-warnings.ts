import type { Conformance } from '../../protocol/conformance';
import { CONFORMANT } from './golden';

/** True where a run's vectors are not those that WebAssembly gives. */
export const deviates = ({ lowestCosine: lowest }: Conformance): boolean =>
  lowest !== null && lowest < CONFORMANT;

/** What a person must know of a check, a sentence each; nothing where all is well. */
export function conformanceWarnings(conformance: Conformance): string[] {
  const { lowestCosine: lowest, jpegDifference, jpegRefused } = conformance;
  const sentences = [];
  if (deviates(conformance)) {
    sentences.push(
      `This device gives other vectors than WebAssembly: cosine ${lowest!.toFixed(4)} for the input that differs most, where ${CONFORMANT} is expected. Run on WebAssembly to be sure.`,
    );
  }
  if (jpegRefused !== null) {
    sentences.push(`This browser does not decode a JPEG whose pixels are known: ${jpegRefused}.`);
  } else if (jpegDifference !== 0) {
    sentences.push(
      `This browser decodes JPEG otherwise than Pillow, by up to ${jpegDifference} of 255: vectors of photographs differ a little from those of PyTorch.`,
    );
  }
  return sentences;
}
