import { dot, matrix, type Matrix } from './matrix';

/** A symmetric tridiagonal matrix: its diagonal, and beside it the entries (i, i + 1); the last of them is 0. */
interface Tridiagonal {
  readonly diagonal: Float64Array;
  readonly beside: Float64Array;
}

/** Sweeps of the QL iteration allowed for each eigenvalue; two or three are usual. */
const MAX_SWEEPS = 60;

/**
 * Eigenvalues of a symmetric matrix (n × n), largest first, and their eigenvectors as the rows of an orthogonal
 * n × n matrix. Only the lower triangle is read. Each eigenvector's entry of the largest magnitude is positive, as
 * scikit-learn's `svd_flip` fixes the sign of principal components.
 *
 * Source: Householder reduction and implicit QL, after H. Bowdler, R. S. Martin, C. Reinsch and J. H. Wilkinson,
 * Numerische Mathematik 11 (1968): EISPACK's `tred2` and `tql2`. About 3n³ multiplications.
 * Throws a RangeError where the matrix is not square or holds a number that is not finite.
 */
export function symmetricEigen(m: Matrix<Float64Array>): {
  values: Float64Array;
  vectors: Matrix<Float64Array>;
} {
  if (m.rows !== m.cols) {
    throw new RangeError(`Eigenvectors need a square matrix, not ${m.rows} × ${m.cols}.`);
  }
  if (!m.data.every(Number.isFinite)) throw new RangeError('Eigenvectors need finite numbers.');
  const n = m.rows;
  const work = symmetricCopy(m);
  const { tridiagonal, reflections } = tridiagonalise(work, n);
  const vectors = accumulate(reflections, n);
  diagonalise(tridiagonal, vectors, n);
  return sorted(tridiagonal.diagonal, vectors, n);
}

function symmetricCopy(m: Matrix<Float64Array>): Float64Array {
  const n = m.rows;
  const copy = m.data.slice();
  for (let r = 0; r < n; r++) for (let c = r + 1; c < n; c++) copy[r * n + c] = m.data[c * n + r];
  return copy;
}

/**
 * Brings a symmetric matrix to tridiagonal form by reflections I − v·vᵀ with |v|² = 2, the k-th clearing column k
 * below the subdiagonal. Destroys `a`; returns v_k in places k + 1 … n − 1 of row k of `reflections`.
 */
function tridiagonalise(a: Float64Array, n: number): { tridiagonal: Tridiagonal; reflections: Float64Array } {
  const diagonal = new Float64Array(n);
  const beside = new Float64Array(n);
  const reflections = new Float64Array(n * n);
  const w = new Float64Array(n);
  for (let k = 0; k + 1 < n; k++) {
    diagonal[k] = a[k * n + k];
    const v = reflections.subarray(k * n + k + 1, (k + 1) * n);
    v.set(a.subarray(k * n + k + 1, (k + 1) * n));
    beside[k] = reflection(v);

    // A ← A − v·wᵀ − w·vᵀ with w = A·v − (vᵀ·A·v / 2)·v, on what is left of A.
    for (let r = k + 1; r < n; r++) w[r] = dot(v, a.subarray(r * n + k + 1, (r + 1) * n));
    const half = dot(v, w.subarray(k + 1)) / 2;
    for (let r = k + 1; r < n; r++) w[r] -= half * v[r - k - 1];
    for (let r = k + 1; r < n; r++) {
      const vr = v[r - k - 1];
      const wr = w[r];
      for (let c = k + 1; c < n; c++) a[r * n + c] -= vr * w[c] + wr * v[c - k - 1];
    }
  }
  if (n > 0) diagonal[n - 1] = a[n * n - 1];
  return { tridiagonal: { diagonal, beside }, reflections };
}

/** Turns x into the v of the reflection that maps x to (s, 0 … 0), and returns s. All zeros where x is so already. */
function reflection(x: Float64Array): number {
  const scale = x.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const first = x[0];
  if (scale === 0 || x.subarray(1).every((value) => value === 0)) {
    x.fill(0);
    return first;
  }
  for (let i = 0; i < x.length; i++) x[i] /= scale;
  const length = Math.sqrt(dot(x, x));
  const s = x[0] > 0 ? -length : length;
  x[0] -= s;
  const factor = Math.sqrt(2 / dot(x, x));
  for (let i = 0; i < x.length; i++) x[i] *= factor;
  return s * scale;
}

/** The product of the reflections, transposed: row i is what basis vector i of the tridiagonal form stands for. */
function accumulate(reflections: Float64Array, n: number): Float64Array {
  const q = new Float64Array(n * n);
  for (let i = 0; i < n; i++) q[i * n + i] = 1;
  for (let k = n - 2; k >= 0; k--) {
    const v = reflections.subarray(k * n + k + 1, (k + 1) * n);
    for (let r = k + 1; r < n; r++) {
      const tail = q.subarray(r * n + k + 1, (r + 1) * n);
      const along = dot(v, tail);
      for (let i = 0; i < v.length; i++) tail[i] -= along * v[i];
    }
  }
  return q;
}

/**
 * Implicit QL with Wilkinson's shift: makes the tridiagonal matrix diagonal by plane rotations, and turns the rows
 * of `vectors` by the same ones.
 */
function diagonalise({ diagonal, beside }: Tridiagonal, vectors: Float64Array, n: number): void {
  const negligible = Number.EPSILON * norm(diagonal, beside);
  for (let l = 0; l < n; l++) {
    for (let sweep = 0; ; sweep++) {
      const end = blockEnd(diagonal, beside, l, n, negligible);
      if (end === l) break;
      if (sweep === MAX_SWEEPS) throw new RangeError(`Eigenvalue ${l} did not settle.`);
      qlSweep(diagonal, beside, l, end, vectors, n);
    }
  }
}

/** The largest sum of magnitudes in a row of the tridiagonal matrix, at most. */
function norm(diagonal: Float64Array, beside: Float64Array): number {
  return diagonal.reduce((most, value, i) => Math.max(most, Math.abs(value) + 2 * Math.abs(beside[i])), 0);
}

/**
 * The last place of the block that begins at l: where the entry beside the diagonal is small against its neighbours, or against
 * the whole matrix, whose reduction to this form already made errors of that size (a matrix of low rank has nothing larger there).
 */
function blockEnd(
  diagonal: Float64Array,
  beside: Float64Array,
  l: number,
  n: number,
  negligible: number,
): number {
  let end = l;
  while (
    end + 1 < n &&
    Math.abs(beside[end]) >
      Math.max(negligible, Number.EPSILON * (Math.abs(diagonal[end]) + Math.abs(diagonal[end + 1])))
  ) {
    end++;
  }
  return end;
}

function qlSweep(
  diagonal: Float64Array,
  beside: Float64Array,
  l: number,
  end: number,
  vectors: Float64Array,
  n: number,
): void {
  const ratio = (diagonal[l + 1] - diagonal[l]) / (2 * beside[l]);
  const root = Math.hypot(ratio, 1);
  let g = diagonal[end] - diagonal[l] + beside[l] / (ratio + (ratio < 0 ? -root : root));
  let sine = 1;
  let cosine = 1;
  let shift = 0;
  for (let i = end - 1; i >= l; i--) {
    const f = sine * beside[i];
    const b = cosine * beside[i];
    const r = Math.hypot(f, g);
    beside[i + 1] = r;
    if (r === 0) {
      // The block has come apart here by itself.
      diagonal[i + 1] -= shift;
      beside[end] = 0;
      return;
    }
    sine = f / r;
    cosine = g / r;
    g = diagonal[i + 1] - shift;
    const t = (diagonal[i] - g) * sine + 2 * cosine * b;
    shift = sine * t;
    diagonal[i + 1] = g + shift;
    g = cosine * t - b;
    rotateRows(vectors, i * n, (i + 1) * n, n, cosine, sine);
  }
  diagonal[l] -= shift;
  beside[l] = g;
  beside[end] = 0;
}

function rotateRows(
  a: Float64Array,
  upper: number,
  lower: number,
  n: number,
  cosine: number,
  sine: number,
): void {
  for (let c = 0; c < n; c++) {
    const u = a[upper + c];
    const d = a[lower + c];
    a[lower + c] = sine * u + cosine * d;
    a[upper + c] = cosine * u - sine * d;
  }
}

function sorted(values: Float64Array, vectors: Float64Array, n: number) {
  const order = Array.from(values.keys()).sort((a, b) => values[b] - values[a]);
  const out = new Float64Array(n * n);
  order.forEach((from, to) => {
    const vector = vectors.subarray(from * n, (from + 1) * n);
    const largest = vector.reduce((best, x) => (Math.abs(x) > Math.abs(best) ? x : best), 0);
    out.set(largest < 0 ? vector.map((x) => -x) : vector, to * n);
  });
  return { values: Float64Array.from(order, (i) => values[i]), vectors: matrix(n, n, out) };
}
