import styles from './Legend.module.css';

interface SwatchesProps {
  readonly of: readonly (readonly [colour: string, words: string])[];
  readonly label?: string;
}

/** What a few colours stand for. */
export function Swatches({ of, label }: SwatchesProps) {
  return (
    <ul className={styles.legend} aria-label={label}>
      {of.map(([colour, words]) => (
        <li key={colour}>
          <svg width="14" height="10" aria-hidden="true">
            <rect x="0.5" y="0.5" width="13" height="9" fill={`var(${colour})`} />
          </svg>
          <span data-figure-text="">{words}</span>
        </li>
      ))}
    </ul>
  );
}
