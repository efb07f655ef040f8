import { useId, useState, type ReactNode } from 'react';

interface FieldProps {
  readonly label: string;
  /** One line of why. */
  readonly why?: string;
}

/** A labelled control with its one line of why. */
function Field({ label, why, id, children }: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {why && (
        <p className="why" id={`${id}-why`}>
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
function TextField<T>({ label, why, value, placeholder, write, read, onChange }: TextProps<T>) {
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

type NamedFieldProps<T> = Omit<TextProps<T>, 'read' | 'write'>;

/** An http(s) address or a path beside the page. */
export const AddressField = (props: NamedFieldProps<string>) => (
  <TextField {...props} write={(value) => value} read={(text) => text.trim()} />
);

/** Whole numbers above zero, separated by spaces or commas. */
export function NumberListField(props: NamedFieldProps<readonly number[]>) {
  return (
    <TextField
      {...props}
      write={(values) => values.join(' ')}
      read={(text) => {
        const values = text.split(/[\s,]+/).filter((part) => part !== '');
        const valid = values.length > 0 && values.every((part) => /^[1-9]\d{0,8}$/.test(part));
        return valid ? [...new Set(values.map(Number))] : undefined;
      }}
    />
  );
}

/** A whole number, zero included. */
export const WholeNumberField = (props: NamedFieldProps<number>) => (
  <TextField
    {...props}
    write={String}
    read={(text) => (/^\d{1,10}$/.test(text.trim()) ? Number(text) : undefined)}
  />
);

/** A whole number above zero, or nothing for all. */
export function CountField(props: NamedFieldProps<number | null>) {
  return (
    <TextField
      {...props}
      write={(value) => (value === null ? '' : String(value))}
      read={(text) => {
        if (text.trim() === '') return null;
        return /^[1-9]\d{0,8}$/.test(text.trim()) ? Number(text) : undefined;
      }}
    />
  );
}

interface ChecksProps<T extends string> {
  readonly legend: string;
  readonly options: readonly T[];
  readonly chosen: readonly T[];
  onChange(chosen: readonly T[]): void;
}

/** Several of a few; the order of `options` is kept, and the last one cannot be taken away. */
export function Checks<T extends string>({ legend, options, chosen, onChange }: ChecksProps<T>) {
  return (
    <fieldset className="checks">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(option)}
            disabled={chosen.length === 1 && chosen[0] === option}
            onChange={(event) =>
              onChange(
                options.filter((other) => (other === option ? event.target.checked : chosen.includes(other))),
              )
            }
          />
          {option}
        </label>
      ))}
    </fieldset>
  );
}
