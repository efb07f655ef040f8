import type { Conformance } from '../../protocol/conformance';
import { CONFORMANT } from './golden';

/** True where a run's vectors differ from WebAssembly's. */
export const deviates = ({ lowestCosine: lowest }: Conformance): boolean =>
  lowest !== null && lowest < CONFORMANT;

/** The warnings that follow from a check, one sentence each; empty where everything agrees. */
export function conformanceWarnings(conformance: Conformance): string[] {
  const { lowestCosine: lowest, jpegDifference, jpegRefused } = conformance;
  const sentences = [];
  if (deviates(conformance)) {
    sentences.push(
      `Vectors differ from WebAssembly’s: the lowest cosine similarity over the fixed inputs is ${lowest!.toFixed(4)}, where at least ${CONFORMANT} is expected. For reliable results, run on WebAssembly.`,
    );
  }
  if (jpegRefused !== null) {
    sentences.push(`This browser’s JPEG decoder could not be checked: the test picture ${jpegRefused}.`);
  } else if (jpegDifference !== 0) {
    sentences.push(
      `This browser’s JPEG decoder differs from Pillow’s by up to ${jpegDifference} of 255 per channel: vectors of photographs differ slightly from PyTorch’s.`,
    );
  }
  return sentences;
}
