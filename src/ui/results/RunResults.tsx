import { lazy, memo, useDeferredValue, useMemo, useState } from 'react';
import { DIRECTIONS, type Direction } from '../../protocol/direction';
import { directionName, TEXT_AND_IMAGE } from '../../protocol/side-names';
import type { SweepConfig } from '../../protocol/sweep-config';
import { measureOf, measuresIn } from '../../report/charts/measure';
import { poolName, poolsOf } from '../../report/formats/pools';
import { isExample, type RunState } from '../../state/lab-state';
import { canRetry, retryLeftOut } from '../../state/run-controller';
import { changeShown } from '../../state/store';
import { useLab } from '../../state/use-lab';
import { spacesOf, type SpaceSource } from '../../sweep/plan/spaces';
import { primaryKIndex } from '../../sweep/results/primary-k';
import { BaselineContext, useBaseline } from '../charts/baseline';
import { SideNamesContext, useSideNames } from '../charts/side-names';
import { Part } from '../primitives/Part';
import { Segments } from '../primitives/Segments';
import { WhenNear } from '../primitives/WhenNear';
import { BaselineChoice } from './baseline/BaselineChoice';
import { BaselineNote } from './baseline/BaselineNote';
import { useComparedRows } from './baseline/use-compared-rows';
import { ChangedChoices } from './ChangedChoices';
import { Chooser } from './choose/Chooser';
import { Downloads } from './Downloads';
import { RunFacts } from './facts/RunFacts';
import { Finding } from './finding/Finding';
import { LeftOut } from './LeftOut';
import { MeasureChoice } from './MeasureChoice';
import { JudgedTable } from './table/JudgedTable';
import { ProtocolNotes } from './protocol/ProtocolNotes';
import { RunPictures } from './RunPictures';
import styles from './RunResults.module.css';
import { VIEW } from './texts';
import { useRowChange } from './use-row-change';

const ResultCharts = lazy(() =>
  import('../charts/ResultCharts').then((file) => ({ default: file.ResultCharts })),
);

/** Results as they come. Drawing them is put off while there is anything else to do. */
export function RunResults() {
  const measured = useDeferredValue(useLab((state) => state.run.rows));
  const { rows, ...baseline } = useComparedRows(measured);
  const planned = useLab((state) => state.run.plannedRows);
  const leftOut = useLab((state) => state.run.leftOut);
  const sweep = useLab((state) => state.run.record!.sweep);
  const vectors = useLab((state) => state.run.record!.vectors);
  const retried = useLab((state) => state.run.retried);
  const mayRetry = useLab((state) => canRetry(state.run));
  const sides = useLab((state) => state.run.record!.data.sides);
  return (
    <SideNamesContext value={sides ?? TEXT_AND_IMAGE}>
      <BaselineContext value={baseline}>
        <Views
          rows={rows}
          planned={planned}
          leftOut={leftOut}
          retried={retried}
          mayRetry={mayRetry}
          sweep={sweep}
          vectors={vectors}
        />
      </BaselineContext>
    </SideNamesContext>
  );
}

interface ViewsProps extends Pick<RunState, 'rows' | 'leftOut' | 'retried'> {
  readonly mayRetry: boolean;
  readonly planned: number;
  readonly sweep: SweepConfig;
  readonly vectors: SpaceSource;
}

/** The finding, what was run, what is in view, charts, the table and the files. */
const Views = memo(function Views({ rows, planned, leftOut, retried, mayRetry, sweep, vectors }: ViewsProps) {
  const shown = useLab((state) => state.shown.direction);
  const chosenK = useLab((state) => state.shown.k);
  const chosenPool = useLab((state) => state.shown.pool);
  const axis = useLab((state) => state.shown.axis);
  const chosenMeasure = useLab((state) => state.shown.measure);
  const example = useLab(isExample);
  const [marked, setMarked] = useState<{ experiment: string } | null>(null);
  const directions = useMemo((): readonly Direction[] => (shown === 'both' ? DIRECTIONS : [shown]), [shown]);
  const sides = useSideNames();
  const baseline = useBaseline();
  const kIndex = chosenOr(sweep.ks, chosenK, primaryKIndex(sweep.ks));
  const k = sweep.ks[kIndex];
  const pools = poolsOf(rows);
  const sizes = pools.map(({ candidateSize }) => candidateSize);
  const pool = pools.at(chosenOr(sizes, chosenPool, -1));
  const spaces = useMemo(() => spacesOf(sweep, vectors), [sweep, vectors]);
  const [measures, measure] = useMemo(() => {
    const held = measuresIn(rows, sweep.ks, kIndex);
    const shown = held.find(({ name }) => name === chosenMeasure) ?? measureOf('recall', sweep.ks, kIndex);
    return [held.length > 0 ? held : [shown], shown];
  }, [rows, chosenMeasure, sweep.ks, kIndex]);
  const rowChange = useRowChange(shown, kIndex);
  const onCell = (experiment: string) => setMarked({ experiment });
  return (
    <>
      <Finding
        rows={rows}
        view={{
          direction: shown,
          candidateSize: pool?.candidateSize ?? null,
          k,
          kIndex,
          sides,
          baseline: baseline.inWords,
          pinned: baseline.pinned,
        }}
        planned={{ spaces, precisions: sweep.precisions, pools: sweep.candidateSizes.length }}
        {...{ rowChange, onCell }}
      />
      <RunFacts />
      <ChangedChoices />
      <WhenNear waits={example} part="view">
        <RunPictures />
        <div className={styles.view}>
          <Segments
            label={VIEW.direction}
            options={[
              ...DIRECTIONS.map((direction) => [direction, directionName(sides, direction)] as const),
              ['both', VIEW.both],
            ]}
            value={shown}
            onChange={(direction) => changeShown({ direction })}
          />
          <Segments
            label={VIEW.recall}
            options={sweep.ks.map((k) => [k, VIEW.recallAt(k)] as const)}
            value={k}
            onChange={(k) => changeShown({ k })}
          />
          <Segments
            label={VIEW.pools}
            options={pools.map((one) => [one.candidateSize, poolName(one)] as const)}
            value={pool?.candidateSize ?? 0}
            onChange={(pool) => changeShown({ pool })}
          />
          <div className={styles.ownLine}>
            <MeasureChoice measures={measures} value={measure} />
            <Segments
              label={VIEW.axis}
              options={[
                ['cut', VIEW.cutAxis],
                ['whole', VIEW.wholeAxis],
              ]}
              value={axis}
              onChange={(axis) => changeShown({ axis })}
            />
            <BaselineChoice rows={rows} />
          </div>
        </div>
        <BaselineNote />
        <Chooser {...{ rows, pool, k, kIndex, rowChange, onCell }} direction={shown} />
      </WhenNear>
      <WhenNear waits={example && marked === null} part="table">
        <Part>
          <ResultCharts
            {...{ rows, sweep, spaces, directions, pool, kIndex, measure, onCell }}
            whole={axis === 'whole'}
          />
        </Part>
        <JudgedTable
          rows={rows}
          planned={planned}
          directions={directions}
          ks={sweep.ks}
          k={k}
          marked={marked}
        />
      </WhenNear>
      <Downloads rows={rows} />
      <ProtocolNotes />
      <LeftOut items={leftOut} retried={retried} onRetry={mayRetry ? () => void retryLeftOut() : undefined} />
    </>
  );
});

/** The place of what was chosen; of the default where nothing was, or where it is gone. */
function chosenOr(values: readonly number[], chosen: number | null, fallback: number): number {
  const place = chosen === null ? -1 : values.indexOf(chosen);
  return place < 0 ? fallback : place;
}
