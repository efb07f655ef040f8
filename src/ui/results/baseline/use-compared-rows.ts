import { useEffect, useState } from 'react';
import { givingWay } from '../../../dataset/give-way';
import { against, isPairable } from '../../../explore/baseline/against';
import { cellKey } from '../../../sweep/plan/setting';
import { cellInWords } from '../../../report/formats/spaces';
import { pinnedBaseline } from '../../../state/baseline';
import { useLab } from '../../../state/use-lab';
import type { ResultRow } from '../../../sweep/results/result';
import { AS_MEASURED, type BaselineInView } from '../../charts/baseline';

/** Rows with their differences from the cell that is pinned, and what that cell is. */
export interface ComparedRows extends BaselineInView {
  readonly rows: readonly ResultRow[];
}

/** What was worked out last, and of what. */
interface Compared extends ComparedRows {
  readonly key: string;
  readonly run: string;
}

/**
 * The rows of the run on screen, compared with the pinned cell. Where none is pinned, it is not among them, or while they are
 * compared for the first time, they are as they were measured: compared with fp32 at the base dimension.
 */
export function useComparedRows(rows: readonly ResultRow[]): ComparedRows {
  const key = useLab(pinnedBaseline);
  const evidence = useLab((state) => state.evidence);
  const sweep = useLab((state) => state.run.record!.sweep);
  const run = useLab((state) => state.run.record!.started);
  const [compared, setCompared] = useState<Compared | null>(null);
  const base = key === null ? undefined : rows.find((row) => cellKey(row) === key);
  useEffect(() => {
    if (key === null || !base) return;
    let isCurrent = true;
    const of = { rows, sweep, evidence };
    void inTurns(rows, against(of, key), () => isCurrent).then(
      (done) =>
        done &&
        setCompared({
          rows: done,
          key,
          run,
          inWords: cellInWords(base),
          isPaired: isPairable(of),
          pinned: base,
        }),
    );
    return () => {
      isCurrent = false;
    };
  }, [rows, key, base, evidence, sweep, run]);
  return base && compared?.run === run ? compared : { rows, ...AS_MEASURED };
}

/** Compares rows a few at a time; undefined where that is no longer wanted. */
async function inTurns(
  rows: readonly ResultRow[],
  compare: (row: ResultRow) => ResultRow,
  isWanted: () => boolean,
): Promise<ResultRow[] | undefined> {
  const done: ResultRow[] = [];
  const giveWay = givingWay();
  for (const row of rows) {
    await giveWay();
    if (!isWanted()) return undefined;
    done.push(compare(row));
  }
  return isWanted() ? done : undefined;
}
