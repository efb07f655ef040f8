/** Of Lighthouse's report, what is looked at. */
export interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number }>>;
  readonly audits: Readonly<
    Record<string, { readonly score: number | null; readonly numericValue?: number }>
  >;
}

interface Target {
  readonly name: string;
  readonly value: (report: Report) => number;
  readonly unit: string;
  readonly digits: number;
  /** Null where it is only told. */
  readonly target: { readonly least: number } | { readonly most: number } | null;
}

const category = (name: string, id: string, least: number): Target => ({
  name,
  value: ({ categories }) => categories[id].score * 100,
  unit: '',
  digits: 0,
  target: { least },
});
const audit = (name: string, id: string, target: Target['target'] = null): Target => ({
  name,
  value: ({ audits }) => audits[id].numericValue! / 1000,
  unit: ' s',
  digits: 2,
  target,
});

const TARGETS: readonly Target[] = [
  category('performance', 'performance', 99),
  category('accessibility', 'accessibility', 100),
  category('best practices', 'best-practices', 100),
  category('SEO', 'seo', 100),
  audit('first paint', 'first-contentful-paint', { most: 1 }),
  audit('largest paint', 'largest-contentful-paint'),
  audit('speed index', 'speed-index'),
  audit('time in which the page could not answer', 'total-blocking-time'),
  {
    name: 'layout shift',
    value: ({ audits }) => audits['cumulative-layout-shift'].numericValue!,
    unit: '',
    digits: 3,
    target: null,
  },
];

/** A table of the medians and what they should be, and whether all are met. */
export function judge(reports: readonly Report[]): { readonly table: string; readonly met: boolean } {
  let met = true;
  const lines = TARGETS.map(({ name, value, unit, digits, target }) => {
    const values = reports.map(value).sort((a, b) => a - b);
    const median = values[Math.floor(values.length / 2)];
    const written = (number: number) => number.toFixed(digits) + unit;
    const isMet = target === null || ('least' in target ? median >= target.least : median <= target.most);
    met &&= isMet;
    const wanted =
      target === null ? '' : 'least' in target ? `≥ ${written(target.least)}` : `≤ ${written(target.most)}`;
    const range = `${written(values[0])} to ${written(values.at(-1)!)}`;
    return `| ${name} | ${wanted} | ${written(median)} | ${range} | ${target === null ? '' : isMet ? 'yes' : 'no'} |`;
  });
  return {
    table: [
      `| | target | median of ${reports.length} | from … to | met |`,
      '| --- | --: | --: | --: | --: |',
      ...lines,
    ].join('\n'),
    met,
  };
}
