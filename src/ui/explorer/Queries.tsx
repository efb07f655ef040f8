import { useDeferredValue, useMemo } from 'react';
import { compareQueries } from '../../explore/compare-queries';
import { furtherItems } from '../../explore/further';
import { listQueries } from '../../explore/list-queries';
import { QUERY_ORDERS } from '../../explore/query-filter';
import type { ExplorerView } from '../../explore/explorer-view';
import { stepCell, type ResolvedView } from '../../explore/view';
import { cellKey } from '../../sweep/plan/setting';
import { relevantTo } from '../../kernels/contract/qrels';
import type { RunRecord } from '../../protocol/run-record';
import type { SideNames } from '../../protocol/side-names';
import { count } from '../../report/formats/format';
import { canAsk } from '../../state/vectors/ask';
import type { Evidence } from '../../state/lab-state';
import { changeView } from '../../state/store';
import type { QueryRanks } from '../../sweep/results/query-ranks';
import controls from '../primitives/controls.module.css';
import { Select, TextField } from '../primitives/fields';
import { Segments } from '../primitives/Segments';
import text from '../primitives/text.module.css';
import { AskedDetail } from './AskedDetail';
import { AskForm } from './AskForm';
import styles from './Explorer.module.css';
import type { ItemNames } from './item-names';
import { QueryDetail } from './QueryDetail';
import { QueryList } from './QueryList';
import { EXPLORER } from './texts';
import { useAsked } from './use-asked';
import { useMargins } from './use-margins';
import { usePerhapsRight } from './use-perhaps-right';

interface QueriesProps extends Pick<ResolvedView, 'pool' | 'k' | 'a' | 'b' | 'cells'> {
  readonly view: ExplorerView;
  readonly evidence: Evidence;
  readonly record: RunRecord;
  readonly names: ItemNames;
  readonly sides: SideNames;
  readonly cellName: (cell: QueryRanks) => string;
}

/** Which queries B loses and wins beside A, and what each of them finds. */
export function Queries({
  view,
  evidence,
  record,
  pool,
  k,
  cells,
  a,
  b,
  names,
  sides,
  cellName,
}: QueriesProps) {
  const { direction } = view;
  const qrels = evidence.qrels[direction];
  const { furtherPairs } = record.data;
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
  const found = useMargins(direction, view.order === 'margin');
  const margins = found instanceof Float64Array ? found : null;
  const listed = useMemo(
    () => listQueries(comparison, { outcome: view.outcome, order: view.order, words }, names.query, margins),
    [comparison, view.outcome, view.order, words, names, margins],
  );
  const query = view.query !== null && listed.includes(view.query) ? view.query : listed.at(0);
  const counts = { ...comparison, all: comparison.lost + comparison.won + comparison.same };
  return (
    <>
      <p data-testid="explorer-summary" aria-live="polite">
        {EXPLORER.summary(cellName(a), cellName(b), comparison, direction, sides, k)}{' '}
        {record.sweep.pools === 'exact' && Number.isFinite(pool) && (
          <span className={text.why}>{EXPLORER.expected(k)}</span>
        )}{' '}
        {perhaps && perhaps.looked > 0 && (
          <span className={text.why} data-testid="perhaps-right">
            {EXPLORER.perhapsRight(perhaps, comparison.lost)}
          </span>
        )}
      </p>
      <div className={controls.controls}>
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
      {view.order === 'margin' && (
        <p className={text.why} data-testid="margins">
          {margins
            ? EXPLORER.margins
            : found && 'error' in found
              ? EXPLORER.noMargins(found.error)
              : EXPLORER.measuringMargins}
        </p>
      )}
      {canAsk() && <AskForm onAsk={ask} />}
      {question ? (
        <AskedDetail
          question={question}
          rowNames={evidence.names}
          cellName={cellName}
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
            margins={margins}
            onChoose={(chosen) => changeView({ query: chosen })}
            onSetting={(side, step) =>
              changeView({ [side]: cellKey(stepCell(cells, side === 'a' ? a : b, step)) })
            }
          />
          <QueryDetail
            key={`${direction} ${query}`}
            query={query}
            direction={direction}
            a={a}
            b={b}
            cellName={cellName}
            comparison={comparison}
            qrels={qrels}
            further={
              furtherPairs
                ? {
                    of: furtherPairs.of,
                    items: furtherItems(
                      evidence.qrels.textToImage,
                      direction,
                      query,
                      relevantTo(qrels, query),
                    ),
                  }
                : null
            }
            names={names}
          />
        </div>
      )}
    </>
  );
}
