import { oneRelevantEach } from '../../src/retrieval/ranks/qrels';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { l2Normalise, matrix, type Matrix } from '../../src/math/matrix';
import { defaultRng } from '../../src/math/random/generator';
import { embeddingsNpz } from '../../src/report/files/embeddings';

const SEED = 7;
const DIM = 64;
/** Of each text's own part, next to what it shares with its image. */
const NOISE = 2;

function firstColumns({ rows, cols, data }: Matrix, wanted: number): Matrix {
  const kept = Float32Array.from({ length: rows * wanted }, (_, at) => {
    return data[Math.floor(at / wanted) * cols + (at % wanted)];
  });
  return l2Normalise(matrix(rows, wanted, kept));
}

/** A file of pairs of unit vectors with 64 dimensions, and their first 32: a text is its image with noise. */
export function pairsFile(pairs: number): string {
  const rng = defaultRng(SEED);
  const normal = () => rng.standardNormal(new Float64Array(pairs * DIM));
  const [own, noise] = [normal(), normal()];
  const image = l2Normalise(matrix(pairs, DIM, Float32Array.from(own)));
  const text = l2Normalise(
    matrix(
      pairs,
      DIM,
      Float32Array.from(own, (x, at) => x + NOISE * noise[at]),
    ),
  );
  const bytes = embeddingsNpz({
    text,
    image,
    qrels: oneRelevantEach(
      Uint32Array.from({ length: pairs }, (_, row) => row),
      pairs,
    ),
    projected: { [DIM / 2]: { text: firstColumns(text, DIM / 2), image: firstColumns(image, DIM / 2) } },
  });
  const file = join(mkdtempSync(join(tmpdir(), 'vectors-')), 'pairs.npz');
  writeFileSync(file, bytes);
  return file;
}

const PLACE = '/local/pairs.npz';

/** What serves the file of pairs beside the page, and the choice of it in a link. */
export const servedPairs = (pairs: number) => ({ [PLACE]: pairsFile(pairs) });
export const SERVED_PAIRS = `data=npz&npzUrl=${PLACE}`;
