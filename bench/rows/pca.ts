import { kernelPage } from '../kernel-page';
import { spread, table } from '../output/markdown';
import type { Bench, Section } from '../output/section';
import { spreadOf } from '../output/statistics';

const STEPS = {
  fitPca: 'PCA: learning the components of both sides',
  applyPca: 'PCA: both sides to 256',
  drawRandom: "random projection: drawing NumPy's matrices",
  applyRandom: 'random projection: both sides to 256',
} as const;

/** Projections on one thread. */
export async function pca({ site, options, say }: Bench): Promise<Section> {
  const rows = options.quick ? 300 : 5000;
  const repeats = options.quick ? 1 : 5;
  return site.withPage(async (page) => {
    const kernels = kernelPage(page);
    const shape = { texts: rows, images: rows, dims: 512, seed: 1 };
    const build = (await kernels.open(1, 'relaxed', shape)) === null ? 'simd' : 'relaxed';
    if (build === 'simd') await kernels.open(1, build, shape);
    const runs: Awaited<ReturnType<typeof kernels.projections>>[] = [];
    for (let i = 0; i < repeats; i++) {
      say(`pca: ${i + 1} of ${repeats}`);
      runs.push(await kernels.projections(build, 256));
    }
    const lines = (Object.keys(STEPS) as (keyof typeof STEPS)[]).map((step) => [
      STEPS[step],
      spread(spreadOf(runs.map((run) => run[step]))),
    ]);
    const body = [
      `${rows.toLocaleString('en')} texts and equally many pictures, 512 dimensions, one thread, double precision.`,
      table(['', `median (least–most) of ${repeats}`], lines),
    ];
    return { title: 'Projections', body: body.join('\n\n'), verdicts: [], plots: {} };
  });
}
