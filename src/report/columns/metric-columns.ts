import { DIRECTIONS } from '../../protocol/direction';
import type { PerMetric } from '../../retrieval/metrics/measures';
import type { Metric } from '../../retrieval/metrics/metric';
import { METRIC_AT_R_KEYS, METRIC_KEYS, METRICS, METRICS_AT_R } from '../../retrieval/metrics/metrics';
import { recall } from '../../retrieval/metrics/recall';
import { type Difference, type Estimate, type Loss, type ResultRow } from '../../sweep/results/result';
import { differenceSentence } from '../finding/sentences';
import { differenceText } from '../formats/points';
import type { Column, Group, Named } from './column';
import { averaged, both, inDirection, meanOf } from './column';

/** A metric at its K as files and screen name it, and how it is taken from all. */
interface NamedMetric {
  readonly key: string;
  readonly label: string;
  readonly title: string;
  pick<T>(all: PerMetric<T>): T;
}

type Names = Pick<NamedMetric, 'key' | 'label' | 'title'>;

/** The names of a metric at one K. Headings have room for R@10, as papers write it. */
export const atK = ({ name, label, meaning }: Metric, k: number): Names => ({
  key: `${name}@${k}`,
  label: `${label.replace('Recall', 'R')}@${k}`,
  title: `${label}@${k}${meaning ? ` (${meaning} among the first ${k})` : ''}`,
});

/** The names of a metric whose K is the number of a query's relevant items. */
const atR = ({ name, label, meaning }: Metric): Names => ({
  key: name,
  label,
  title: `${label} (${meaning})`,
});

/** The names of a metric without a K. */
export const inWholePool = ({ name, label }: Metric): Names => ({
  key: name,
  label,
  title: `${label} over the whole pool`,
});

/** Every metric that is measured: each K apart, MRR over the whole pool before MRR at a K, those at R last. */
export function metricsAt(ks: readonly number[]): NamedMetric[] {
  const cut = METRIC_KEYS.flatMap((key): NamedMetric[] => {
    const each = ks.map((k, i): NamedMetric => ({ ...atK(METRICS[key], k), pick: (all) => all[key][i] }));
    return key === 'mrrAt' ? [{ ...inWholePool(METRICS[key]), pick: (all) => all.mrr }, ...each] : each;
  });
  return [
    ...cut,
    ...METRIC_AT_R_KEYS.map((key): NamedMetric => ({
      ...atR(METRICS_AT_R[key]),
      pick: (all) => all[key],
    })),
  ];
}

export function means({ pick, ...names }: NamedMetric): Column[] {
  return averaged(names, (result) => pick(result).mean);
}

/** What is measured of a metric beside its mean. */
const of = (metric: Names, key: string, label: string, title: string, group: Group): Named => ({
  key: `${metric.key}_${key}`,
  label: `${metric.label} ${label}`,
  title: `${metric.title}, ${title}`,
  unit: 'share',
  group,
});

const BOUNDS: readonly (readonly [keyof Estimate, label: string, title: string, Group])[] = [
  ['low', 'low', '95 % interval, low', 'interval'],
  ['high', 'high', '95 % interval, high', 'interval'],
  ['optimistic', 'ties for', 'all ties resolved in favour of the relevant item', 'ties'],
  ['pessimistic', 'ties against', 'all ties resolved against the relevant item', 'ties'],
];

/** An estimate's interval and the bounds that ties allow. */
export function bounds(metric: NamedMetric): Column[] {
  return BOUNDS.flatMap(([bound, ...names]) =>
    both(of(metric, bound, ...names), (result) => metric.pick(result)[bound]),
  );
}

const DIFFERENCE_BOUNDS: readonly (readonly [keyof Difference, label: string, title: string])[] = [
  ['low', 'low', '95 % interval, low'],
  ['high', 'high', '95 % interval, high'],
];

/** The difference from the baseline in the same pool, in each direction. */
export function differences(metric: NamedMetric, baseline: string): Column[] {
  const named = differenceOf(metric, baseline);
  return [
    ...DIRECTIONS.map((direction): Column => ({
      ...inDirection(direction, named, () => undefined),
      ...differenceCells(baseline, (row) => {
        const all = row[direction].difference;
        return all && metric.pick(all);
      }),
    })),
    ...DIFFERENCE_BOUNDS.flatMap(([bound, label, title]) =>
      both(boundOf(named, bound, label, title), ({ difference }) =>
        difference ? metric.pick(difference)[bound] : null,
      ),
    ),
  ];
}

/** The cells of a column of differences: their means, with their intervals on screen. */
function differenceCells(
  baseline: string,
  take: (row: ResultRow) => Difference | undefined,
): Pick<Column, 'value' | 'show' | 'hint'> {
  return {
    value: (row) => take(row)?.mean ?? null,
    show(row) {
      const found = take(row);
      return found ? differenceText(found) : '–';
    },
    hint(row) {
      const found = take(row);
      return found && differenceSentence(found, baseline);
    },
  };
}

const differenceOf = (
  { key, label, title }: Names,
  baseline: string,
): Named & { readonly title: string } => ({
  key: `${key}_difference`,
  label: `Δ ${label} points`,
  title: `${title} minus that of ${baseline} in the same pools`,
  unit: 'share',
  group: 'difference',
});

const boundOf = (named: Named & { readonly title: string }, key: string, label: string, title: string) => ({
  ...named,
  key: `${named.key}_${key}`,
  label: `${named.label} ${label}`,
  title: `${named.title}, ${title}`,
});

/** The interval of the mean of both directions, and its paired difference. */
export function ofBothDirections(metric: NamedMetric, baseline: string): Column[] {
  const column = (named: Named, value: (row: ResultRow) => number | undefined): Column => ({
    ...meanOf(named),
    value: (row) => value(row) ?? null,
  });
  const [low, high] = BOUNDS;
  const difference = differenceOf(metric, baseline);
  const differenceIn = ({ mean }: ResultRow) => mean.difference && metric.pick(mean.difference);
  return [
    ...[low, high].map(([bound, ...names]) =>
      column(of(metric, bound, ...names), ({ mean }) => metric.pick(mean)[bound]),
    ),
    { ...meanOf(difference), ...differenceCells(baseline, differenceIn) },
    ...DIFFERENCE_BOUNDS.map(([bound, label, title]) =>
      column(boundOf(difference, bound, label, title), (row) => differenceIn(row)?.[bound]),
    ),
  ];
}

const LOSSES: readonly (readonly [keyof Loss, key: string, title: string])[] = [
  ['total', 'loss', 'lost'],
  ['pool', 'loss_pool', 'lost to the pool'],
  ['dimension', 'loss_dimension', 'lost to the dimension'],
  ['precision', 'loss_precision', 'lost to the precision'],
];

/** Where Recall at the i-th K was lost, in each direction. */
export function losses(k: number, i: number): Column[] {
  return LOSSES.flatMap(([part, key, title]) =>
    both(of(atK(recall, k), key, title, title, 'loss'), ({ loss }) => loss?.[i][part]),
  );
}
