import styles from './Segments.module.css';

interface SegmentsProps<T> {
  readonly label: string;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly value: T;
  onChange(value: NoInfer<T>): void;
}

/** One of a few, all in view. With a single option there is nothing to choose and nothing is shown. */
export function Segments<T extends string | number>({ label, options, value, onChange }: SegmentsProps<T>) {
  if (options.length < 2) return null;
  return (
    <div className={styles.group} role="group" aria-label={label}>
      <span aria-hidden="true">{label}</span>
      <div className={styles.segments}>
        {options.map(([option, text]) => (
          <button key={option} type="button" aria-pressed={option === value} onClick={() => onChange(option)}>
            {text}
          </button>
        ))}
      </div>
    </div>
  );
}
