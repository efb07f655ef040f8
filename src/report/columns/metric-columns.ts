import type { PerMetric } from '../../retrieval/metrics/measures';
import { METRIC_KEYS, METRICS } from '../../retrieval/metrics/metrics';
import { recall } from '../../retrieval/metrics/recall';
import type { Difference, Estimate, Loss, ResultRow } from '../../sweep/results/result';
import type { Column, Group } from './column';
import { averaged, both } from './column';

/** A metric at its K as files and screen name it, and how it is taken from all. */
export interface NamedMetric {
  readonly name: string;
  readonly label: string;
  pick<T>(all: PerMetric<T>): T;
}

/** Every metric that is measured, each K apart, and MRR over the whole pool before MRR at a K. */
export function metricsAt(ks: readonly number[]): NamedMetric[] {
  return METRIC_KEYS.flatMap((key): NamedMetric[] => {
    const { name, label } = METRICS[key];
    const atK = ks.map((k, i): NamedMetric => ({
      name: `${name}@${k}`,
      label: `${label}@${k}`,
      pick: (all) => all[key][i],
    }));
    return key === 'mrrAt' ? [{ name, label, pick: (all) => all.mrr }, ...atK] : atK;
  });
}

export function means({ name, label, pick }: NamedMetric): Column[] {
  return averaged(name, label, (result) => pick(result).mean);
}

/** An estimate's interval and the bounds that ties allow. */
export function bounds({ name, label, pick }: NamedMetric): Column[] {
  const bound = (suffix: keyof Estimate, words: string, group: Group) =>
    both(`${name}_${suffix}`, `${label}, ${words}`, '', group, (result) => pick(result)[suffix]);
  return [
    ...bound('low', '95 % interval, low', 'interval'),
    ...bound('high', '95 % interval, high', 'interval'),
    ...bound('optimistic', 'ties for', 'ties'),
    ...bound('pessimistic', 'ties against', 'ties'),
  ];
}

const OF_DIFFERENCE: readonly {
  readonly of: keyof Difference;
  readonly suffix: string;
  readonly words: string;
}[] = [
  { of: 'mean', suffix: '', words: '' },
  { of: 'low', suffix: '_low', words: ', 95 % interval, low' },
  { of: 'high', suffix: '_high', words: ', 95 % interval, high' },
];

/** The paired difference to fp32 at the base dimension in the same pool, in each direction. */
export function differences({ name, label, pick }: NamedMetric): Column[] {
  return OF_DIFFERENCE.flatMap(({ of, suffix, words }) =>
    both(`${name}_difference${suffix}`, `${label}, difference to fp32${words}`, '', 'difference', (result) =>
      result.difference ? pick(result.difference)[of] : null,
    ),
  );
}

/** The interval of the mean of both directions, and its paired difference. */
export function ofBothDirections({ name, label, pick }: NamedMetric): Column[] {
  const column = (
    suffix: string,
    words: string,
    group: Group,
    value: (row: ResultRow) => number | undefined,
  ): Column => ({
    name: `avg_${name}_${suffix}`,
    label: `${label}, mean, ${words}`,
    unit: '',
    group,
    value: (row) => value(row) ?? null,
  });
  return [
    column('low', '95 % interval, low', 'interval', ({ mean }) => mean && pick(mean).low),
    column('high', '95 % interval, high', 'interval', ({ mean }) => mean && pick(mean).high),
    ...OF_DIFFERENCE.map(({ of, suffix, words }) =>
      column(`difference${suffix}`, `difference to fp32${words}`, 'difference', ({ mean }) =>
        mean?.difference ? pick(mean.difference)[of] : undefined,
      ),
    ),
  ];
}

const OF_LOSS: readonly { readonly of: keyof Loss; readonly suffix: string; readonly words: string }[] = [
  { of: 'total', suffix: '', words: 'lost' },
  { of: 'pool', suffix: '_pool', words: 'lost to the pool' },
  { of: 'dimension', suffix: '_dimension', words: 'lost to the dimension' },
  { of: 'precision', suffix: '_precision', words: 'lost to the precision' },
];

/** Where Recall at the i-th K was lost, in each direction. */
export function losses(k: number, i: number): Column[] {
  return OF_LOSS.flatMap(({ of, suffix, words }) =>
    both(
      `recall@${k}_loss${suffix}`,
      `${recall.label}@${k}, ${words}`,
      '',
      'loss',
      ({ loss }) => loss?.[i][of],
    ),
  );
}
