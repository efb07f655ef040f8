import { lazy, memo, useDeferredValue, useMemo } from 'react';
import { EXPLORER_PARTS, type ExplorerView } from '../../explore/explorer-view';
import { resolveView } from '../../explore/view';
import { cellKey } from '../../sweep/plan/setting';
import { DIRECTIONS } from '../../protocol/direction';
import { directionName, TEXT_AND_IMAGE } from '../../protocol/side-names';
import type { RunRecord } from '../../protocol/run-record';
import { count } from '../../report/formats/format';
import { cellName } from '../../report/formats/spaces';
import type { Evidence } from '../../state/lab-state';
import { changeView } from '../../state/store';
import { useLab } from '../../state/use-lab';
import controls from '../primitives/controls.module.css';
import { Select } from '../primitives/fields';
import { Segments } from '../primitives/Segments';
import text from '../primitives/text.module.css';
import styles from './Explorer.module.css';
import { itemNames } from './item-names';
import { Queries } from './Queries';
import { EXPLORER } from './texts';

const HubsAndGaps = lazy(() => import('../hubs/HubsAndGaps').then((file) => ({ default: file.HubsAndGaps })));

/** The queries behind two cells of the run on screen: which of them the second loses, and what it finds instead. */
export function Explorer() {
  const evidence = useDeferredValue(useLab((state) => state.evidence));
  const record = useLab((state) => state.run.record);
  const restored = useLab((state) => state.run.restored);
  const view = useLab((state) => state.explorer);
  const pinned = useLab((state) => state.shown.baseline);
  const resolved =
    evidence &&
    record &&
    resolveView({ ...view, a: view.a ?? pinned }, evidence.ranks, record.sweep, record.vectors.baseDim);
  if (!evidence || !record || !resolved) {
    const why = record?.opened ? EXPLORER.fromFile : restored ? EXPLORER.notKept : EXPLORER.notYet;
    return <p className={text.why}>{why}</p>;
  }
  return <Comparison {...{ view, evidence, record }} {...resolved} />;
}

interface ComparisonProps extends NonNullable<ReturnType<typeof resolveView>> {
  readonly view: ExplorerView;
  readonly evidence: Evidence;
  readonly record: RunRecord;
}

const Comparison = memo(function Comparison(props: ComparisonProps) {
  const { view, evidence, record, pools, pool, k, cells, a, b } = props;
  const { direction } = view;
  const sides = record.data.sides ?? TEXT_AND_IMAGE;
  const qrels = evidence.qrels[direction];
  const names = useMemo(() => itemNames(evidence.names, direction), [evidence.names, direction]);
  const options = cells.map((cell) => [cellKey(cell), cellName(cell)] as const);
  return (
    <section aria-label={EXPLORER.label} className={styles.explorer} data-testid="explorer">
      <div className={controls.controls}>
        <Select
          label={EXPLORER.a}
          value={cellKey(a)}
          options={options}
          onChange={(key) => changeView({ a: key })}
        />
        <Select
          label={EXPLORER.b}
          value={cellKey(b)}
          options={options}
          onChange={(key) => changeView({ b: key })}
        />
        <Segments
          label={EXPLORER.direction}
          options={DIRECTIONS.map((one) => [one, directionName(sides, one)] as const)}
          value={direction}
          onChange={(chosen) => changeView({ direction: chosen, query: null })}
        />
        <Segments
          label={EXPLORER.within}
          options={record.sweep.ks.map((one) => [one, EXPLORER.first(one)] as const)}
          value={k}
          onChange={(chosen) => changeView({ k: chosen })}
        />
        <Segments
          label={EXPLORER.pools}
          options={pools.map(
            (size) => [size, Number.isFinite(size) ? count(size) : EXPLORER.whole(qrels.gallery)] as const,
          )}
          value={pool}
          onChange={(chosen) => changeView({ pool: chosen })}
        />
        <div className={controls.wide}>
          <Segments
            label={EXPLORER.part}
            options={EXPLORER_PARTS.map((one) => [one, EXPLORER.parts[one]] as const)}
            value={view.part}
            onChange={(part) => changeView({ part })}
          />
        </div>
      </div>
      {view.part === 'queries' ? (
        <Queries {...{ view, evidence, record, pool, k, cells, a, b, names, sides }} cellName={cellName} />
      ) : (
        <HubsAndGaps {...{ a, b, direction, sides, names }} queries={qrels.queries} cellName={cellName} />
      )}
    </section>
  );
});
