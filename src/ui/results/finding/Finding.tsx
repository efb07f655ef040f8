import type { Precision } from '../../../protocol/compression';
import type { RowChange } from '../../../report/choose/choose';
import { finding, oldFormats } from '../../../report/finding/finding';
import { AXES, findingInShort, type Axis } from '../../../report/finding/in-short';
import type { FindingPart, FindingView } from '../../../report/finding/viewed';
import type { Space } from '../../../sweep/plan/spaces';
import type { ResultRow } from '../../../sweep/results/result';
import { AxisLine } from './AxisLine';
import styles from './Finding.module.css';
import { FINDING } from './texts';

interface FindingProps {
  readonly rows: readonly ResultRow[];
  readonly view: FindingView;
  /** What the run will measure, so that there is room for it before it has. */
  readonly planned: {
    readonly spaces: readonly Space[];
    readonly precisions: readonly Precision[];
    readonly pools: number;
  };
  /** Pairs rows by query. */
  readonly rowChange: RowChange;
  onCell(experiment: string): void;
}

/** The answer first: two sentences, and a line for each axis; every number leads to its cell. All in words is a press away. */
export function Finding({ rows, view, planned, rowChange, onCell }: FindingProps) {
  const short = findingInShort(rows, view, rowChange);
  const steps: Readonly<Record<Axis, number>> = {
    precision: planned.precisions.length - 1,
    dimension: planned.spaces.length - 1,
    pool: planned.pools - 1,
  };
  const compared = [...(short?.axes.precision ?? []), ...(short?.axes.dimension ?? [])];
  const haveIntervals =
    compared.length === 0 || compared.some(({ difference }) => !Number.isNaN(difference.low));
  const explained = oldFormats(planned.precisions);
  return (
    <section className={styles.finding} data-testid="finding" aria-label={FINDING.label}>
      <div className={styles.sentences} aria-live="polite">
        {short ? (
          short.sentences.map((parts, i) => (
            <p key={i}>
              <Parts parts={parts} onCell={onCell} />
            </p>
          ))
        ) : (
          <p>{FINDING.pending}</p>
        )}
      </div>
      <dl className={styles.axes}>
        {AXES.filter((axis) => steps[axis] > 0).map((axis) => (
          <AxisLine
            key={axis}
            axis={axis}
            steps={short?.axes[axis] ?? []}
            planned={steps[axis]}
            largest={short?.largest ?? 0}
            onCell={onCell}
          />
        ))}
      </dl>
      <p className={styles.note}>{FINDING.note(view.k, view.baseline, haveIntervals)}</p>
      {explained && <p className={styles.note}>{explained}</p>}
      <details className={styles.more}>
        <summary>{FINDING.more}</summary>
        <p data-testid="finding-in-full">
          <Parts parts={finding(rows, view)} onCell={onCell} />
        </p>
      </details>
    </section>
  );
}

interface PartsProps {
  readonly parts: readonly FindingPart[];
  onCell(experiment: string): void;
}

function Parts({ parts, onCell }: PartsProps) {
  return parts.map((part, i) =>
    typeof part === 'string' ? (
      part
    ) : (
      <button key={i} type="button" className={styles.cell} onClick={() => onCell(part.experiment)}>
        {part.text}
      </button>
    ),
  );
}
