import { useState } from 'react';
import { fineness, type Precision } from '../../../protocol/compression';
import { DIRECTIONS, type Direction } from '../../../protocol/direction';
import { cellSentence } from '../../../report/finding/sentences';
import { percent } from '../../../report/formats/format';
import { poolInWords, type Pool } from '../../../report/formats/pools';
import { differenceText } from '../../../report/formats/points';
import { compareSpaces, spaceName } from '../../../report/formats/spaces';
import { spaceKey, type Space } from '../../../sweep/plan/spaces';
import { hasInterval, type DirectionResult, type ResultRow } from '../../../sweep/results/result';
import text from '../../primitives/text.module.css';
import { useBaseline } from '../baseline';
import { LOSS_MAP } from '../texts';
import styles from './LossMap.module.css';

interface LossMapProps {
  readonly rows: readonly ResultRow[];
  readonly spaces: readonly Space[];
  readonly precisions: readonly Precision[];
  readonly direction: Direction;
  readonly pool: Pool;
  readonly k: number;
  readonly kIndex: number;
  /** Leads to the cell's line in the table. */
  onCell(experiment: string): void;
}

/** A loss of so many points at least is needed for the darkest tint, so that small losses stay pale. */
const DARKEST_FROM = 0.1;
const DARKEST_PER_CENT = 60;

/** Spaces × precisions at one pool size: each cell's Recall@K and its paired difference, darker where more is lost, by one scale in both directions. */
export function LossMap(props: LossMapProps) {
  const { direction, pool, k, kIndex, onCell } = props;
  const [active, setActive] = useState<ResultRow | null>(null);
  const { inWords: baseline } = useBaseline();
  const spaces = [...props.spaces].sort(compareSpaces);
  const precisions = [...props.precisions].sort((a, b) => fineness(a) - fineness(b));
  const rows = props.rows.filter((row) => row.candidateSize === pool.candidateSize);
  const lossIn = (result: DirectionResult) => -(result.difference?.recall[kIndex].mean ?? 0);
  const losses = rows.flatMap((row) => DIRECTIONS.map((one) => lossIn(row[one])));
  const darkest = Math.max(DARKEST_FROM, ...losses);
  const compared = rows.flatMap((row) => row[direction].difference?.recall[kIndex] ?? []);

  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.map} data-testid="loss-map" onMouseLeave={() => setActive(null)}>
          <caption className={text.visuallyHidden}>{LOSS_MAP.caption(k, poolInWords(pool))}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className={text.visuallyHidden}>{LOSS_MAP.dimensions}</span>
              </th>
              {precisions.map((precision) => (
                <th key={precision} scope="col">
                  <span data-figure-text="">{precision}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {spaces.map((space) => (
              <tr key={spaceKey(space)}>
                <th scope="row">
                  <span data-figure-text="">{spaceName(space)}</span>
                  {rows.some((row) => isOf(row, space) && row.lifted) && (
                    <span className={`${text.tag} ${styles.enlarged}`}>{LOSS_MAP.enlarged}</span>
                  )}
                </th>
                {precisions.map((precision) => {
                  const row = rows.find((other) => isOf(other, space) && other.precision === precision);
                  if (!row) return <PendingCell key={precision} />;
                  const tint = (DARKEST_PER_CENT * Math.max(0, lossIn(row[direction]))) / darkest;
                  return (
                    <td key={precision}>
                      <button
                        type="button"
                        data-figure-box=""
                        style={{
                          background: `color-mix(in oklab, var(--loss-precision) ${tint}%, transparent)`,
                        }}
                        onClick={() => onCell(row.experiment)}
                        onFocus={() => setActive(row)}
                        onBlur={() => setActive(null)}
                        onMouseEnter={() => setActive(row)}
                      >
                        <span className={text.visuallyHidden}>
                          {cellSentence(row, direction, k, kIndex, baseline)} {LOSS_MAP.showInTable}
                        </span>
                        <CellText result={row[direction]} kIndex={kIndex} />
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note} aria-hidden={active !== null}>
        {active
          ? cellSentence(active, direction, k, kIndex, baseline)
          : compared.length > 0
            ? LOSS_MAP.note(k, baseline, compared.some(hasInterval))
            : LOSS_MAP.noteWithoutDifference(k, baseline)}
      </p>
    </>
  );
}

const isOf = (row: ResultRow, space: Space): boolean => spaceKey(row) === spaceKey(space);

function PendingCell() {
  return (
    <td className={styles.pending}>
      <span className={text.visuallyHidden}>{LOSS_MAP.pending}</span>
    </td>
  );
}

function CellText({ result, kIndex }: { result: DirectionResult; kIndex: number }) {
  const difference = result.difference?.recall[kIndex];
  return (
    <>
      <strong data-figure-text="">{percent(result.recall[kIndex].mean)}</strong>
      {difference && (
        <span className={styles.difference} data-figure-text="">
          {differenceText(difference)}
        </span>
      )}
    </>
  );
}
