import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { runPython } from './python';

/** The reference's answers for one direction of a cell. */
interface DirectionAnswer {
  readonly recall: number;
  /** Recall, MRR and NDCG where every tie goes against the right item, and where it goes for it. */
  readonly lo: readonly number[];
  readonly hi: readonly number[];
}

/** By the name of the cell: dim_256_prec_fp16_cand_100. */
export type Answers = Readonly<
  Record<string, { readonly t2v: DirectionAnswer; readonly v2t: DirectionAnswer }>
>;

/** A sweep of the reference, as stored for later runs. */
export interface ReferenceRun {
  readonly samples: number;
  readonly seed: number;
  /** Seconds of the sweep, as the script itself reports them. */
  readonly seconds: number;
  readonly date: string;
  readonly processor: string;
  readonly answers: Answers;
}

/** Sweeps vectors with the reference. Throws an Error where it fails or does not say its time. */
async function measure(python: string, script: string, npz: string, folder: string) {
  const out = join(folder, 'reference.json');
  const printed = await runPython(python, [script, npz, out, 'fp16,int8,int4']);
  const total = /^total ([\d.]+)$/m.exec(printed);
  if (!total) throw new Error(`${script} printed no line "total SECONDS".`);
  return { seconds: Number(total[1]), answers: JSON.parse(readFileSync(out, 'utf8')) as Answers };
}

export interface Wanted {
  readonly python: string;
  readonly script: string;
  readonly npz: string;
  readonly folder: string;
  readonly samples: number;
  readonly seed: number;
  /** Where the run is kept, or was. */
  readonly file?: string | undefined;
}

/**
 * The reference's sweep: from its file where there is one, else measured and kept there. Throws an Error where the
 * file is of other vectors or of another processor.
 */
export async function referenceRun(wanted: Wanted): Promise<{ run: ReferenceRun; kept: boolean }> {
  const { python, script, npz, folder, samples, seed, file } = wanted;
  const processor = cpus()[0].model.trim();
  if (file && existsSync(file)) {
    const run = JSON.parse(readFileSync(file, 'utf8')) as ReferenceRun;
    if (run.samples !== samples || run.seed !== seed || run.processor !== processor) {
      throw new Error(
        `${file} holds ${run.samples} pairs of seed ${run.seed} on ${run.processor}, ` +
          `not ${samples} of seed ${seed} on ${processor}. Delete it to measure again.`,
      );
    }
    return { run, kept: true };
  }
  const measured = await measure(python, script, npz, folder);
  const run = { samples, seed, processor, date: new Date().toISOString(), ...measured };
  if (file) writeFileSync(file, JSON.stringify(run));
  return { run, kept: false };
}
