import type { SearchResult } from '../../retrieval/ranks/search';
import text from '../primitives/text.module.css';
import styles from './Explorer.module.css';
import { EXPLORER } from './texts';

interface ResultListProps {
  readonly title: string;
  /** Null while it is searched for. */
  readonly found: SearchResult | null;
  readonly relevant: Uint32Array;
  readonly name: (item: number) => string;
}

/** Ranked items with their scores; the right ones are outlined. */
export function ResultList({ title, found, relevant, name }: ResultListProps) {
  return (
    <div className={styles.results}>
      <h4>{title}</h4>
      {found ? (
        <ol>
          {Array.from(found.items, (item, place) => {
            const isRight = relevant.includes(item);
            return (
              <li key={item} className={isRight ? styles.right : styles.item}>
                <span className={styles.place}>{place + 1}</span>
                <span className={styles.name}>
                  {name(item)}
                  {isRight && <span className={text.tag}>{EXPLORER.right}</span>}
                </span>
                <span className={styles.score}>{found.scores[place].toPrecision(4)}</span>
              </li>
            );
          })}
        </ol>
      ) : (
        <p className={text.why}>{EXPLORER.searching}</p>
      )}
    </div>
  );
}
