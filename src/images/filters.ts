/** Pillow's resampling filters and their coefficients (Pillow, src/libImaging/Resample.c). */
export const FILTERS = ['nearest', 'lanczos', 'bilinear', 'bicubic', 'box', 'hamming'] as const;

/** A filter by name. `FILTERS` is in the order of Pillow's numbers, which preprocessor_config.json uses. */
export type Filter = (typeof FILTERS)[number];

/** The filters that weight neighbouring pixels; nearest copies one. */
export type WeightedFilter = Exclude<Filter, 'nearest'>;

export const PRECISION_BITS = 32 - 8 - 2;

/** In single precision, as Pillow writes them. */
const HAMMING = [Math.fround(0.54), Math.fround(0.46)] as const;

const KERNELS: Record<WeightedFilter, { readonly support: number; weight(x: number): number }> = {
  lanczos: { support: 3, weight: (x) => (x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0) },
  bilinear: { support: 1, weight: (x) => Math.max(0, 1 - Math.abs(x)) },
  bicubic: { support: 2, weight: cubic },
  box: { support: 0.5, weight: (x) => (x > -0.5 && x <= 0.5 ? 1 : 0) },
  hamming: {
    support: 1,
    weight: (x) => (Math.abs(x) >= 1 ? 0 : sinc(x) * (HAMMING[0] + HAMMING[1] * Math.cos(x * Math.PI))),
  },
};

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
}

/** Keys' cubic with a = −0.5. */
function cubic(x: number): number {
  const a = -0.5;
  const d = Math.abs(x);
  if (d < 1) return ((a + 2) * d - (a + 3)) * d * d + 1;
  if (d < 2) return (((d - 5) * d + 8) * d - 4) * a;
  return 0;
}

/** For each output position: the first input position it reads, how many, and their fixed-point weights at a stride of `size`. */
export interface Taps {
  readonly size: number;
  readonly first: Int32Array;
  readonly count: Int32Array;
  readonly weights: Int32Array;
}

/** The taps of output positions `from` … `from + length − 1` of an axis that goes from `inSize` to `outSize` pixels. */
export function taps(
  inSize: number,
  outSize: number,
  filter: WeightedFilter,
  from: number,
  length: number,
): Taps {
  const { support: radius, weight } = KERNELS[filter];
  const scale = inSize / outSize;
  const filterScale = Math.max(1, scale);
  const support = radius * filterScale;
  const size = Math.ceil(support) * 2 + 1;
  const first = new Int32Array(length);
  const count = new Int32Array(length);
  const weights = new Int32Array(length * size);
  const exact = new Float64Array(size);
  for (let out = 0; out < length; out++) {
    const centre = (from + out + 0.5) * scale;
    const start = Math.max(0, Math.trunc(centre - support + 0.5));
    const end = Math.min(inSize, Math.trunc(centre + support + 0.5));
    let sum = 0;
    for (let x = start; x < end; x++)
      sum += exact[x - start] = weight((x - centre + 0.5) * (1 / filterScale));
    for (let i = 0; i < end - start; i++) {
      const fixed = (sum === 0 ? exact[i] : exact[i] / sum) * (1 << PRECISION_BITS);
      weights[out * size + i] = Math.trunc(fixed < 0 ? fixed - 0.5 : fixed + 0.5);
    }
    first[out] = start;
    count[out] = end - start;
  }
  return { size, first, count, weights };
}
