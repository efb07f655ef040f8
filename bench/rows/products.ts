import { kernelPage } from '../kernel-page';
import { digits, spread, table } from '../output/markdown';
import { numpyScript, openDialogue, type Dialogue } from '../reference/python';
import { inTurn, type Runner } from '../rounds';
import { notMeasured, type Bench, type Section, type Verdict } from '../output/section';
import { medianOf, spreadOf } from '../output/statistics';

const TITLE = 'fp32 rank counting against a matrix product in NumPy';
const TARGET = 0.8;
const THREADS = [1, 2];
const OURS = 'ours, WebAssembly';
const NUMPY = 'NumPy';
/** Processor types whose code OpenBLAS is made to use, and their registers. */
const NARROWER = { Haswell: '256-bit', Nehalem: '128-bit, no fused multiply-add' };
const CEILING = 'multiply-adds in 128-bit registers alone, WebAssembly';

interface Product extends Runner {
  readonly threads: number;
}

const target = (count: number) => ({
  work: `fp32 rank counting, ${count} thread${count > 1 ? 's' : ''}`,
  target: `≥ ${TARGET} of NumPy's GFLOP/s`,
});

/** Rank counting in the page and the matrix product alone in NumPy, on as many threads each. */
export async function products(bench: Bench): Promise<Section> {
  const { site, options, machine, say } = bench;
  if (!machine.numpy) return notMeasured(TITLE, `“${options.python}” has no NumPy.`, THREADS.map(target));
  const [queries, gallery, dims] = options.quick ? [200, 1000, 512] : [5000, 25_014, 512];
  const operations = 2 * queries * gallery * dims;
  const steps = options.quick ? 1e6 : 1e8;
  const dialogues: Dialogue[] = [];
  const numpy = async (name: string, threads: number, core?: string): Promise<Product> => {
    const args = [numpyScript('products.py'), ...[queries, gallery, dims].map(String)];
    const dialogue = await openDialogue(options.python, args, {
      OPENBLAS_NUM_THREADS: String(threads),
      ...(core && { OPENBLAS_CORETYPE: core }),
    });
    dialogues.push(dialogue);
    return { name, threads, run: async () => Number(await dialogue.ask('product')) };
  };
  try {
    return await site.withPage(async (page) => {
      const kernels = kernelPage(page);
      const shape = { texts: gallery, images: queries, dims, seed: 1 };
      const relaxed = await kernels.open(Math.max(...THREADS), 'relaxed', shape);
      if (relaxed === null) await kernels.open(Math.max(...THREADS), 'simd', shape);
      const build = relaxed === null ? 'simd' : 'relaxed';
      await kernels.pack(build, 'fp32');
      const runners: Product[] = [];
      for (const threads of THREADS) {
        runners.push({ name: OURS, threads, run: () => kernels.count(build, 'fp32', threads) });
        runners.push(await numpy(NUMPY, threads));
      }
      for (const [core, registers] of Object.entries(NARROWER)) {
        runners.push(await numpy(`${NUMPY}, OpenBLAS for ${core} (${registers})`, 1, core));
      }
      if (relaxed !== null) {
        // The time that the product's number of operations would take at that rate.
        const run = async () => operations / (await kernels.ceiling(steps))! / 1e9;
        runners.push({ name: CEILING, threads: 1, run });
      }
      const rounds = options.quick ? 2 : 5;
      const measured = await inTurn(runners, rounds, (line) => say(`products: ${line}`));
      return report(operations, [queries, gallery, dims], measured);
    });
  } finally {
    for (const dialogue of dialogues) dialogue.close();
  }
}

function report(
  operations: number,
  size: readonly number[],
  measured: ReadonlyMap<Product, readonly number[]>,
): Section {
  const rateOf = (runner: Product) => operations / medianOf(measured.get(runner)!) / 1e9;
  const rate = (name: string, threads: number) =>
    rateOf([...measured.keys()].find((one) => one.name.startsWith(name) && one.threads === threads)!);
  const lines = [...measured].map(([runner, values]) => [
    runner.name,
    String(runner.threads),
    spread(spreadOf(values)),
    digits(rateOf(runner)),
    digits(rateOf(runner) / rate(NUMPY, runner.threads)),
  ]);
  const verdicts = THREADS.map((threads): Verdict => {
    const ratio = rate(OURS, threads) / rate(NUMPY, threads);
    const measuredAs = `${digits(ratio)} (${digits(rate(OURS, threads))} vs ${digits(rate(NUMPY, threads))} GFLOP/s)`;
    return { ...target(threads), measured: measuredAs, met: ratio >= TARGET };
  });
  const [queries, gallery, dims] = size.map((n) => n.toLocaleString('en'));
  const body = [
    `${queries} queries × ${gallery} gallery vectors × ${dims} dimensions. Ours scores, compares and counts; NumPy only ` +
      `multiplies (\`np.matmul\`, into memory allocated once). They take turns in each of ` +
      `${measured.values().next().value!.length} rounds.`,
    table(['', 'threads', 'median (least–most)', 'GFLOP/s', 'of NumPy'], lines),
    explanation(measured, rate),
  ];
  return { title: TITLE, body: body.join('\n\n'), verdicts, plots: {} };
}

/** Explains the gap between our kernel and NumPy, from the figures of this run. */
function explanation(
  measured: ReadonlyMap<Product, readonly number[]>,
  rate: (name: string, threads: number) => number,
): string {
  if (![...measured.keys()].some(({ name }) => name === CEILING)) {
    return 'This browser has no relaxed SIMD, so the ceiling of multiply-adds was not measured.';
  }
  const [ours, ceiling, numpy] = [OURS, CEILING, NUMPY].map((name) => rate(name, 1));
  return (
    `WebAssembly's registers are 128 bits wide. On this machine a loop of multiply-adds that neither loads nor stores reaches ` +
    `${digits(ceiling)} GFLOP/s in them, which is ${digits(ceiling / numpy)} of NumPy's ${digits(numpy)} on one thread: the most ` +
    `that an fp32 kernel in a browser can reach here. Ours reaches ${digits(ours / ceiling)} of that ceiling. The rows of NumPy with OpenBLAS ` +
    `for other processors show what it reaches in narrower registers.`
  );
}
