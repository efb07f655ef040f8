import * as v from 'valibot';
import { runRecordSchema, type RunRecord } from '../../protocol/run-record';
import { PROJECTIONS } from '../../protocol/compression';
import { DEFAULT_SWEEP } from '../../protocol/sweep-config';
import type { ResultRow } from '../../sweep/results/result';

/** What the file says of the run; null where it says nothing that can be read, or has other cut-offs than the rows. */
export function recordOf(run: unknown, ks: readonly number[]): RunRecord | null {
  const { success, output } = v.safeParse(runRecordSchema, run);
  if (!success) return null;
  const { ks: own } = output.sweep;
  return own.length === ks.length && own.every((k) => ks.includes(k)) ? output : null;
}

/**
 * The record of a file that has none: what its rows show. Whatever else a record tells is empty, and the choices of the sweep
 * that no row shows are the defaults, which mean nothing here (`opened.hasRecord`).
 */
export function recordFromRows(
  rows: readonly ResultRow[],
  ks: readonly number[],
  label: string,
): Omit<RunRecord, 'started' | 'finished'> {
  const distinct = <T>(of: (row: ResultRow) => T): T[] => [...new Set(rows.map(of))];
  const dimsOf = (projection: ResultRow['projection']) =>
    distinct((row) => row).flatMap((row) => (row.projection === projection ? [row.dim] : []));
  const [{ samples, textToImage }] = rows;
  const applied = PROJECTIONS.filter((name) => rows.some(({ projection }) => projection === name));
  return {
    appVersion: '',
    data: {
      label,
      pairing: null,
      samplesAsked: null,
      samples,
      texts: textToImage.queries || 0,
      images: samples,
      leftOut: [],
    },
    vectors: { baseDim: dimsOf('none').at(0) ?? 0, givenDims: [...new Set(dimsOf('given'))] },
    device: { name: '', adapter: null, threads: 0, userAgent: '' },
    substitutions: [],
    sweep: {
      ...DEFAULT_SWEEP,
      dims: distinct(({ dim }) => dim),
      precisions: distinct(({ precision }) => precision),
      projections: applied.length > 0 ? applied : DEFAULT_SWEEP.projections,
      candidateSizes: distinct(({ candidateSize, wholeGallery }) => (wholeGallery ? 'all' : candidateSize)),
      ks,
    },
  };
}
