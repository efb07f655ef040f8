import { Command, Option } from 'commander';

/** The groups of measurements, in the order in which they are taken. */
export const GROUPS = [
  'reference',
  'products',
  'precisions',
  'val2017',
  'costs',
  'pca',
  'searches',
  'clip',
] as const;
export type Group = (typeof GROUPS)[number];

export interface BenchOptions {
  /** Scripts of the reference pipeline: its sweep in NumPy, and the vectors that it reads. */
  readonly reference?: string;
  readonly makeNpz?: string;
  /** A file of the reference's answers: read where it exists, else written. */
  readonly referenceAnswers?: string;
  readonly python: string;
  /** The folder of a full-size CLIP that bench/clip-parity made. */
  readonly clipDir?: string;
  /** A folder of JPEG pictures to embed; those of `clipDir` where it is not given. */
  readonly clipPictures?: string;
  readonly only: readonly Group[];
  /** Tiny sizes, to test that everything runs; the figures mean nothing. */
  readonly quick: boolean;
  readonly outputDir: string;
}

/** A partial run does not overwrite the documents. */
const WHOLE_DIR = 'docs';
const PARTIAL_DIR = 'result/bench';

interface Flags {
  reference?: string;
  make_npz?: string;
  reference_answers?: string;
  python: string;
  clip_dir?: string;
  clip_pictures?: string;
  only?: Group[];
  quick?: boolean;
  output_dir?: string;
}

/** The choices on the command line. Ends the process with a usage message if they are not valid. */
export function readOptions(argv: readonly string[]): BenchOptions {
  const flags = new Command('bench')
    .description('Measures the evaluation engine in Chromium and writes BENCHMARKS.md with plots.')
    .option('--reference <file>', "script of the reference's sweep in NumPy (reference.py)")
    .option('--make_npz <file>', 'script that makes its vectors (make_npz.py)')
    .option('--reference_answers <json>', "file of the reference's answers: read if it exists, else written")
    .option('--python <executable>', 'a Python that has NumPy', 'python3')
    .option('--clip_dir <folder>', 'a full-size CLIP made by bench/clip-parity')
    .option('--clip_pictures <folder>', 'JPEG pictures to embed instead of those in --clip_dir')
    .addOption(new Option('--only <groups...>', 'measure only these groups').choices([...GROUPS]))
    .option('--quick', 'tiny sizes, to test that everything runs; the figures mean nothing')
    .option('--output_dir <folder>', `default: ${WHOLE_DIR}, or ${PARTIAL_DIR} with --only or --quick`)
    .parse([...argv])
    .opts<Flags>();
  const quick = flags.quick ?? false;
  return {
    ...(flags.reference && { reference: flags.reference }),
    ...(flags.make_npz && { makeNpz: flags.make_npz }),
    ...(flags.reference_answers && { referenceAnswers: flags.reference_answers }),
    python: flags.python,
    ...(flags.clip_dir && { clipDir: flags.clip_dir }),
    ...(flags.clip_pictures && { clipPictures: flags.clip_pictures }),
    only: flags.only ?? GROUPS,
    quick,
    outputDir: flags.output_dir ?? (quick || flags.only ? PARTIAL_DIR : WHOLE_DIR),
  };
}
