import { cosine } from '../../report/formats/format';
import text from '../primitives/text.module.css';
import tiles from '../primitives/tiles.module.css';
import styles from './Explorer.module.css';
import type { ItemNames } from './item-names';
import { ItemPicture } from './ItemPicture';
import { EXPLORER } from './texts';
import type { Answer } from './use-first-items';

/** Right items that further judgements added, and whose judgements these are. */
export interface Further {
  readonly of: string;
  readonly items: Uint32Array;
}

interface ResultListProps {
  readonly title: string;
  readonly answer: Answer;
  readonly relevant: Uint32Array;
  readonly further?: Further;
  readonly names: ItemNames;
  /** The items of the list that this one is compared with, best first. */
  readonly before?: Uint32Array;
}

/** Ranked items with the cosine of their untouched vectors and what moved; the right ones are outlined. */
export function ResultList({ title, answer, relevant, further, names, before }: ResultListProps) {
  const arePictures = names.pictures === 'gallery';
  if (answer && 'error' in answer) return <p className={text.error}>{EXPLORER.failed(answer.error)}</p>;
  return (
    <div className={styles.results}>
      <h4>{title}</h4>
      {answer ? (
        <ol className={arePictures ? `${tiles.tiles} ${styles.pictures}` : styles.rows}>
          {Array.from(answer.items, (item, place) => {
            const isRight = relevant.includes(item);
            const perhaps = answer.alsoRight[place];
            return (
              <li key={item} className={`${tiles.tile} ${isRight ? styles.right : ''}`}>
                {arePictures && <ItemPicture fileName={names.fileName(item)} />}
                <span className={arePictures ? styles.file : styles.name} title={names.gallery(item)}>
                  {names.gallery(item)}
                </span>
                <span className={styles.score} title={EXPLORER.score(answer.scores[place])}>
                  {place + 1} · {cosine(answer.cosines[place])}
                  {before && ` ${EXPLORER.move(before.indexOf(item), place)}`}
                </span>
                {isRight && (
                  <span className={styles.tag}>
                    {EXPLORER.rightBy(further?.items.includes(item) ? further.of : null)}
                  </span>
                )}
                {perhaps && (
                  <span className={styles.perhaps} title={EXPLORER.why(perhaps)}>
                    {EXPLORER.nearIdentical}
                  </span>
                )}
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
