import { PRECISIONS } from './config';
import type { Estimate, ResultRow } from './result';

/** A piece of the finding: plain words, or a number that stands for a cell. */
export type FindingPart = string | { readonly text: string; readonly experiment: string };

/**
 * Says in words what the rows show so far, for text→image at the largest pool that has rows: what each coarser precision costs at
 * the base dimension, and each other dimension at the finest precision. A difference is claimed only where the two 95 %
 * intervals do not overlap. Empty where nothing can be compared yet.
 */
export function finding(rows: readonly ResultRow[], k: number, kIndex: number): FindingPart[] {
  const measured = rows.filter((row) => row.textToImage && row.memory);
  if (measured.length === 0) return [];
  const pool = Math.max(...measured.map((row) => row.candidateSize));
  const atPool = measured.filter((row) => row.candidateSize === pool);
  const recall = (row: ResultRow): Estimate => row.textToImage!.recall[kIndex];
  const unlifted = atPool.filter((row) => !row.lifted);
  if (unlifted.length === 0) return [];
  const baseDim = Math.max(...unlifted.map((row) => row.dim));
  const base = finest(unlifted.filter((row) => row.dim === baseDim));
  const link = (row: ResultRow, text: string): FindingPart => ({ text, experiment: row.experiment });

  const parts: FindingPart[] = [
    `Text→image, pools of ${pool}: ${base.precision} vectors of ${baseDim} dimensions find the right image among the first ${k} for `,
    link(base, percent(recall(base).mean)),
    ` of queries (95 % interval ${points(recall(base).low)}–${points(recall(base).high)}; chance ${percent(Math.min(1, k / pool))}). `,
  ];
  const coarser = atPool.filter((row) => row.dim === baseDim && row !== base);
  const otherDims = atPool.filter((row) => row.dim !== baseDim && row.precision === base.precision);
  const sentences = [
    ...coarser.map((row) => compare(row, row.precision, ['loses', 'gains'])),
    ...otherDims.map((row) => compare(row, `${row.dim} dimensions`, ['lose', 'gain'])),
  ];
  sentences.forEach((sentence, i) => {
    parts.push(...sentence, i === sentences.length - 1 ? '.' : '; ');
  });
  return parts;

  function compare(row: ResultRow, name: string, [loses, gains]: [string, string]): FindingPart[] {
    const size = `at ${percent(row.memory!.perVector / base.memory!.perVector)} of the bytes`;
    if (overlap(recall(row), recall(base))) return [link(row, `${name}: no difference seen`), ` ${size}`];
    const change = 100 * (recall(row).mean - recall(base).mean);
    return [
      `${name} ${change < 0 ? loses : gains} `,
      link(row, `${Math.abs(change).toFixed(1)} points`),
      ` ${size}`,
    ];
  }
}

const fineness = ({ precision }: ResultRow): number => PRECISIONS.indexOf(precision);
const finest = (rows: readonly ResultRow[]): ResultRow =>
  rows.reduce((best, row) => (fineness(row) < fineness(best) ? row : best));
const overlap = (a: Estimate, b: Estimate): boolean => a.low <= b.high && b.low <= a.high;
const points = (value: number): string => (100 * value).toFixed(1);
const percent = (value: number): string => `${points(value)} %`;
