import { useId } from 'react';
import styles from './InlineSelect.module.css';

interface InlineSelectProps<T> {
  readonly label: string;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly value: T;
  onChange(value: NoInfer<T>): void;
}

/** One of many in a line, beside its label. */
export function InlineSelect<T extends string>({ label, options, value, onChange }: InlineSelectProps<T>) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => onChange(options.find(([option]) => option === target.value)![0])}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
