import type { RunRecord } from '../../../protocol/run-record';
import { counted, countedAs, minute } from '../../../report/formats/format';

type Engine = NonNullable<RunRecord['engine']>;

/** The words of what was run, on the page and in the report. */
export const FACTS = {
  details: 'Run details',
  items: ({ texts, images, sides }: RunRecord['data']) =>
    sides
      ? `${countedAs(texts, sides.text)} × ${countedAs(images, sides.image)}`
      : `${counted(texts, 'caption')} × ${counted(images, 'picture')}`,
  skipped: (captions: number) => `${counted(captions, 'caption')} skipped (picture not given)`,
  trimmed: (captions: number) => `${counted(captions, 'caption')} trimmed`,
  furtherPairs: ({ of, pairs }: NonNullable<RunRecord['data']['furtherPairs']>) =>
    `and ${counted(pairs, 'further right pair')} of ${of}`,
  device: ({ name, adapter, threads }: RunRecord['device']) =>
    `${name}${adapter ? ` (${adapter})` : ''}${threads > 1 ? `, ${threads} threads` : ''}`,
  engine: ({ workers, kernels, gpu }: Engine) =>
    `evaluated by ${counted(workers, 'worker')}, ${kernels}${gpu === null ? '' : `, GPU ${gpu}`}`,
  restored: 'read back from this browser',
  opened: ({ file, origin, measured }: NonNullable<RunRecord['opened']>) =>
    [
      `opened from ${file}`,
      origin === 'reference' ? 'results of the reference' : 'results of this page',
      measured && `measured ${minute(measured)}`,
    ]
      .filter(Boolean)
      .join(', '),
  givenVectors: 'none: the vectors were given as files',
  terms: {
    data: 'Data',
    source: 'Read from',
    refused: (source: string) => `Asked before, in vain: ${source}`,
    items: 'Measured',
    asked: 'Asked for',
    pairing: 'Pairing',
    further: 'Further right pairs',
    skipped: 'Skipped',
    trimmed: 'Trimmed',
    dataFingerprint: 'Fingerprint of the data (SHA-256)',
    model: 'Model',
    dtype: 'Its number format',
    revision: 'Its revision',
    modelSource: 'Its files',
    preprocessing: 'Preprocessing',
    runtime: 'Runtime',
    processor: 'Runs on',
    picturesAtOnce: 'Pictures in a batch',
    captionsAtOnce: 'Captions in a batch',
    device: 'Device',
    conformance: 'Check of the encoder',
    vectorsFingerprint: 'Fingerprint of the vectors (SHA-256)',
    engine: 'Evaluation',
    browser: 'Browser',
    lab: 'Version of the lab',
    opened: 'Results',
    started: 'Started',
    finished: 'Finished',
  },
};

export const CONFORMANCE = {
  notCompared: (reason: string) => `Vectors not compared with WebAssembly: ${reason}`,
  cosine: (lowest: number, inputs: number) =>
    `Lowest cosine similarity to WebAssembly’s vectors over ${inputs} fixed inputs: ${lowest.toFixed(5)}`,
  samePixels: 'a test JPEG decodes to the same pixels as in Pillow',
  runOnWasm: 'Run on WebAssembly',
};
