import type { Found } from '../../explore/searches';
import { share } from '../../report/formats/format';
import text from '../primitives/text.module.css';
import styles from './Explorer.module.css';
import { EXPLORER } from './texts';

interface ResultListProps {
  readonly title: string;
  /** Null while it is searched for. */
  readonly found: Found | null;
  readonly relevant: Uint32Array;
  readonly name: (item: number) => string;
}

/** Ranked items with the cosine of their untouched vectors; the right ones are outlined. */
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
                <span className={styles.score} title={EXPLORER.score(found.scores[place])}>
                  {share(found.cosines[place])}
                </span>
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
