import { useId, useState, type ReactNode } from 'react';
import styles from './fields.module.css';
import text from './text.module.css';

interface FieldProps {
  readonly label: string;
  /** One line of why. */
  readonly why?: string;
}

/** A labelled control with its one line of why. */
function Field({ label, why, id, children }: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children}
      {why && (
        <p className={text.why} id={`${id}-why`}>
          {why}
        </p>
      )}
    </div>
  );
}

interface SelectProps<T extends string> extends FieldProps {
  readonly value: T;
  readonly options: readonly (readonly [value: T, label: string])[];
  onChange(value: T): void;
}

export function Select<T extends string>({ label, why, value, options, onChange }: SelectProps<T>) {
  const id = useId();
  return (
    <Field label={label} id={id} {...(why ? { why } : {})}>
      <select
        id={id}
        value={value}
        aria-describedby={why && `${id}-why`}
        onChange={(event) => onChange(event.target.value as T)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface TextProps<T> extends FieldProps {
  readonly value: T;
  readonly placeholder?: string;
  write(value: T): string;
  /** The value of a text, or undefined where it is not one. */
  read(text: string): T | undefined;
  onChange(value: T): void;
}

/** A text box for any value; what cannot be read is kept on screen and marked, and changes nothing. */
export function TextField<T>({ label, why, value, placeholder, write, read, onChange }: TextProps<T>) {
  const id = useId();
  const written = write(value);
  const [draft, setDraft] = useState<{ text: string; of: string } | null>(null);
  const text = draft && draft.of === written ? draft.text : written;
  return (
    <Field label={label} id={id} {...(why ? { why } : {})}>
      <input
        id={id}
        type="text"
        spellCheck={false}
        autoComplete="off"
        value={text}
        placeholder={placeholder}
        aria-invalid={read(text) === undefined}
        aria-describedby={why && `${id}-why`}
        onChange={(event) => {
          const next = event.target.value;
          const parsed = read(next);
          setDraft({ text: next, of: parsed === undefined ? written : write(parsed) });
          if (parsed !== undefined) onChange(parsed);
        }}
        onBlur={() => setDraft(null)}
      />
    </Field>
  );
}

interface ChecksProps<T extends string> {
  readonly legend: string;
  /** One line of why. */
  readonly why: string;
  readonly options: readonly (readonly [T, string])[];
  readonly chosen: readonly T[];
  onChange(chosen: readonly T[]): void;
}

/** Several of a few; the order of `options` is kept, and the last one cannot be taken away. */
export function Checks<T extends string>({ legend, why, options, chosen, onChange }: ChecksProps<T>) {
  const id = useId();
  return (
    <fieldset className={styles.checks} aria-describedby={id}>
      <legend>{legend}</legend>
      {options.map(([option, name]) => (
        <label key={option} className={styles.check}>
          <input
            type="checkbox"
            checked={chosen.includes(option)}
            disabled={chosen.length === 1 && chosen[0] === option}
            onChange={(event) =>
              onChange(
                options
                  .map(([other]) => other)
                  .filter((other) => (other === option ? event.target.checked : chosen.includes(other))),
              )
            }
          />
          {name}
        </label>
      ))}
      <p className={text.why} id={id}>
        {why}
      </p>
    </fieldset>
  );
}
