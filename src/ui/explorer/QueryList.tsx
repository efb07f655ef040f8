import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { QueryComparison } from '../../explore/compare-queries';
import styles from './Explorer.module.css';
import type { ItemNames } from './item-names';
import { ItemPicture } from './ItemPicture';
import { rankText } from './rank-text';
import { EXPLORER } from './texts';

/** The height of a line before it is measured, in pixels. */
const LINE = 56;

interface QueryListProps {
  readonly queries: Uint32Array;
  readonly chosen: number;
  readonly comparison: QueryComparison;
  readonly names: ItemNames;
  /** Shown beside the ranks where they are there. */
  readonly margins: Float64Array | null;
  onChoose(query: number): void;
  /** The next setting for A or B; the one before where `step` is −1. */
  onSetting(side: 'a' | 'b', step: 1 | -1): void;
}

const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Any number of queries, of which only those in view are drawn. j and k go through them, a and b through the settings. */
export function QueryList({
  queries,
  chosen,
  comparison,
  names,
  margins,
  onChoose,
  onSetting,
}: QueryListProps) {
  const scroll = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions change without it being seen, so nothing here is memoised
  const lines = useVirtualizer({
    count: queries.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => LINE,
    overscan: 8,
  });
  const place = queries.indexOf(chosen);
  useEffect(() => lines.scrollToIndex(Math.max(place, 0)), [lines, place]);
  const turn = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const side = event.key.toLowerCase();
    if (side === 'a' || side === 'b') return onSetting(side, event.shiftKey ? -1 : 1);
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = queries.at(Math.min(Math.max(place + step, 0), queries.length - 1));
    if (next !== undefined) onChoose(next);
  };
  return (
    <div
      ref={scroll}
      className={styles.list}
      role="listbox"
      tabIndex={0}
      aria-label={EXPLORER.listLabel(queries.length)}
      aria-activedescendant={`query-${chosen}`}
      onKeyDown={turn}
      title={EXPLORER.keys}
      data-testid="query-list"
    >
      <div style={{ height: lines.getTotalSize(), position: 'relative' }}>
        {lines.getVirtualItems().map(({ index, start, key }) => {
          const query = queries[index];
          return (
            <button
              key={key}
              ref={lines.measureElement}
              data-index={index}
              id={`query-${query}`}
              type="button"
              tabIndex={-1}
              role="option"
              aria-selected={query === chosen}
              className={styles.line}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => {
                onChoose(query);
                scroll.current?.focus();
              }}
            >
              {names.pictures === 'query' && <ItemPicture fileName={names.fileName(query)} />}
              <span className={styles.name}>{names.query(query)}</span>
              <span className={styles.rank}>
                {EXPLORER.rankFrom(rankText(comparison.rank.a[query]), rankText(comparison.rank.b[query]))}
                {margins && ` · ${EXPLORER.margin(margins[query])}`}
              </span>
            </button>
          );
        })}
      </div>
    </div>
  );
}
