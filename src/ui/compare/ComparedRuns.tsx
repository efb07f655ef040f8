import { useState } from 'react';
import { commonKs, compareRuns, isNamed, type ComparedRun } from '../../explore/compare-runs';
import { DIRECTIONS, type Direction } from '../../protocol/direction';
import { directionName, TEXT_AND_IMAGE } from '../../protocol/side-names';
import { measureOf } from '../../report/charts/measure';
import { comparison } from '../../report/finding/comparison';
import { poolName, poolsOf } from '../../report/formats/pools';
import type { KeptResults } from '../../state/history/kept-results';
import { primaryKIndex } from '../../sweep/results/primary-k';
import { SideNamesContext } from '../charts/side-names';
import controls from '../primitives/controls.module.css';
import { Segments } from '../primitives/Segments';
import text from '../primitives/text.module.css';
import finding from '../results/finding/Finding.module.css';
import { ComparedTable } from './ComparedTable';
import { OverlaidCharts } from './OverlaidCharts';
import { COMPARE } from './texts';

interface ComparedRunsProps {
  readonly a: KeptResults;
  readonly b: KeptResults;
  readonly names: readonly [a: string, b: string];
}

const comparedOf = ({ run, evidence }: KeptResults): ComparedRun => ({
  rows: run.rows,
  sweep: run.record!.sweep,
  fingerprint: run.record!.data.fingerprint ?? null,
  evidence,
});

/** What two runs measured alike, and by how much they differ. */
export function ComparedRuns({ a, b, names }: ComparedRunsProps) {
  const [direction, setDirection] = useState<Direction>('textToImage');
  const [chosenK, setK] = useState<number | null>(null);
  const [chosenPool, setPool] = useState<number | null>(null);
  const [one, other] = [comparedOf(a), comparedOf(b)];
  const ks = commonKs(one, other);
  const k = chosenK !== null && ks.includes(chosenK) ? chosenK : ks[primaryKIndex(ks)];
  if (k === undefined) return <p className={text.caveat}>{COMPARE.noKs}</p>;
  const cells = compareRuns(one, other, direction, k);
  const sides = a.run.record!.data.sides ?? TEXT_AND_IMAGE;
  const isOpened = [a, b].some(({ run }) => run.record!.opened);
  const isPaired = cells.every(({ difference }) => difference !== null);
  const byPlace = isPaired && ![one, other].every(isNamed);
  const drawn = [
    { run: one, rows: cells.length > 0 ? cells.map(({ row }) => row) : one.rows },
    { run: other, rows: cells.length > 0 ? cells.map((cell) => cell.other) : other.rows },
  ].map(({ run, rows }) => {
    const kIndex = run.sweep.ks.indexOf(k);
    return { rows, kIndex, measure: measureOf('recall', run.sweep.ks, kIndex) };
  });
  const pools = poolsOf(drawn.flatMap(({ rows }) => rows));
  const pool = pools.find(({ candidateSize }) => candidateSize === chosenPool) ?? pools.at(-1)!;
  return (
    <SideNamesContext value={sides}>
      <div className={controls.controls}>
        <Segments
          label={COMPARE.direction}
          options={DIRECTIONS.map((each) => [each, directionName(sides, each)] as const)}
          value={direction}
          onChange={setDirection}
        />
        <Segments
          label={COMPARE.recall}
          options={ks.map((each) => [each, COMPARE.recallAt(each)] as const)}
          value={k}
          onChange={setK}
        />
        <Segments
          label={COMPARE.pools}
          options={pools.map((each) => [each.candidateSize, poolName(each)] as const)}
          value={pool.candidateSize}
          onChange={setPool}
        />
      </div>
      {cells.length === 0 ? (
        <p className={text.caveat}>{COMPARE.noCells}</p>
      ) : (
        <>
          <p className={finding.sentences} data-testid="comparison" aria-live="polite">
            {comparison(cells, direction, k, sides)}
          </p>
          {byPlace && (
            <p className={text.caveat} data-testid="by-place">
              {COMPARE.byPlace}
            </p>
          )}
          <p className={isPaired ? text.why : text.caveat} data-testid="pairing">
            {byPlace
              ? COMPARE.pairedByPlace
              : isPaired
                ? COMPARE.paired
                : isOpened
                  ? COMPARE.opened
                  : COMPARE.unpaired}
          </p>
        </>
      )}
      <OverlaidCharts runs={[drawn[0], drawn[1]]} {...{ names, cells, direction, pool, k }} />
      {cells.length > 0 && <ComparedTable cells={cells} />}
      <p className={text.why}>{COMPARE.cells(cells.length, one.rows.length, other.rows.length)}</p>
    </SideNamesContext>
  );
}
