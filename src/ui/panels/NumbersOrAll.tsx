import { TextField } from '../primitives/fields';
import fields from '../primitives/fields.module.css';

type List = readonly (number | 'all')[];

interface NumbersOrAllProps {
  readonly label: string;
  readonly why: string;
  /** What the word `all` stands for, as the label of its box. */
  readonly all: string;
  readonly value: List;
  /** The list of a text, or undefined where it is not allowed. */
  read(text: string): List | undefined;
  onChange(value: List): void;
}

/** A list of numbers, and a box for `all`, which may be typed too. One of the two stays chosen. */
export function NumbersOrAll({ label, why, all, value, read, onChange }: NumbersOrAllProps) {
  const numbers = value.filter((one) => one !== 'all');
  const isAll = numbers.length < value.length;
  return (
    <div>
      <TextField<List>
        label={label}
        why={why}
        value={value}
        write={(list) => list.filter((one) => one !== 'all').join(' ')}
        read={(text) => read(isAll ? `${text} all` : text)}
        onChange={onChange}
      />
      <label className={fields.check}>
        <input
          type="checkbox"
          checked={isAll}
          disabled={isAll && numbers.length === 0}
          onChange={({ target }) => onChange(target.checked ? [...numbers, 'all'] : numbers)}
        />
        {all}
      </label>
    </div>
  );
}
