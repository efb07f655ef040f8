import { memo, useDeferredValue, useMemo } from 'react';
import { compareQueries } from '../../explore/compare-queries';
import { listQueries, QUERY_ORDERS } from '../../explore/list-queries';
import { cellKey, resolveView, type ExplorerView } from '../../explore/view';
import { DIRECTIONS } from '../../protocol/direction';
import { directionName, TEXT_AND_IMAGE } from '../../protocol/side-names';
import type { RunRecord } from '../../protocol/run-record';
import { count } from '../../report/formats/format';
import { spaceName } from '../../report/formats/spaces';
import type { Evidence } from '../../state/lab-state';
import { canAsk } from '../../state/ask';
import { changeView } from '../../state/store';
import { useLab } from '../../state/use-lab';
import type { QueryRanks } from '../../sweep/results/query-ranks';
import { Select, TextField } from '../primitives/fields';
import { Segments } from '../primitives/Segments';
import text from '../primitives/text.module.css';
import styles from './Explorer.module.css';
import { AskedDetail } from './AskedDetail';
import { AskForm } from './AskForm';
import { itemNames } from './item-names';
import { QueryDetail } from './QueryDetail';
import { QueryList } from './QueryList';
import { EXPLORER } from './texts';
import { useAsked } from './use-asked';
import { usePerhapsRight } from './use-perhaps-right';

const nameOf = (cell: QueryRanks): string => `${spaceName(cell)} · ${cell.precision}`;

/** The queries behind two cells of the run on screen: which of them the second loses, and what it finds instead. */
export function Explorer() {
  const evidence = useDeferredValue(useLab((state) => state.evidence));
  const record = useLab((state) => state.run.record);
  const restored = useLab((state) => state.run.restored);
  const view = useLab((state) => state.explorer);
  const resolved =
    evidence && record && resolveView(view, evidence.ranks, record.sweep, record.vectors.baseDim);
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
  const comparison = useMemo(() => {
    const of = ({ pool, ranks }: QueryRanks) => ({ pool, ranks: ranks[direction] });
    return compareQueries(of(a), of(b), qrels, pool, k);
  }, [a, b, direction, qrels, pool, k]);
  const { question, ask, clear } = useAsked();
  const lost = useMemo(
    () => listQueries(comparison, { outcome: 'lost', words: '', order: 'fell' }, names.query),
    [comparison, names],
  );
  const perhaps = usePerhapsRight(b, direction, lost);
  const words = useDeferredValue(view.words);
  const listed = useMemo(
    () => listQueries(comparison, { outcome: view.outcome, order: view.order, words }, names.query),
    [comparison, view.outcome, view.order, words, names],
  );
  const query = view.query !== null && listed.includes(view.query) ? view.query : listed.at(0);
  const counts = { ...comparison, all: comparison.lost + comparison.won + comparison.same };
  const options = cells.map((cell) => [cellKey(cell), nameOf(cell)] as const);
  return (
    <section aria-label={EXPLORER.label} className={styles.explorer} data-testid="explorer">
      <div className={styles.choices}>
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
      </div>
      <p data-testid="explorer-summary" aria-live="polite">
        {EXPLORER.summary(nameOf(a), nameOf(b), comparison, direction, sides, k)}{' '}
        {record.sweep.pools === 'exact' && Number.isFinite(pool) && (
          <span className={text.why}>{EXPLORER.expected(k)}</span>
        )}{' '}
        {perhaps && perhaps.looked > 0 && (
          <span className={text.why} data-testid="perhaps-right">
            {EXPLORER.perhapsRight(perhaps, comparison.lost)}
          </span>
        )}
      </p>
      <div className={styles.choices}>
        <Segments
          label={EXPLORER.outcome}
          options={(['lost', 'won', 'same', 'all'] as const).map(
            (one) => [one, `${EXPLORER.outcomes[one]} ${count(counts[one])}`] as const,
          )}
          value={view.outcome}
          onChange={(outcome) => changeView({ outcome, query: null })}
        />
        <TextField
          label={EXPLORER.words}
          value={view.words}
          write={String}
          read={String}
          onChange={(chosen) => changeView({ words: chosen, query: null })}
        />
        <Select
          label={EXPLORER.order}
          value={view.order}
          options={QUERY_ORDERS.map((one) => [one, EXPLORER.orders[one]] as const)}
          onChange={(order) => changeView({ order, query: null })}
        />
      </div>
      {canAsk() && <AskForm onAsk={ask} />}
      {question ? (
        <AskedDetail
          question={question}
          rowNames={evidence.names}
          cellName={nameOf}
          onClose={clear}
          {...{ a, b }}
        />
      ) : query === undefined ? (
        <p className={text.why}>{EXPLORER.none}</p>
      ) : (
        <div className={styles.both}>
          <QueryList
            queries={listed}
            chosen={query}
            comparison={comparison}
            names={names}
            onChoose={(chosen) => changeView({ query: chosen })}
          />
          <QueryDetail
            key={`${direction} ${query}`}
            query={query}
            direction={direction}
            a={a}
            b={b}
            cellName={nameOf}
            comparison={comparison}
            qrels={qrels}
            names={names}
          />
        </div>
      )}
    </section>
  );
});
