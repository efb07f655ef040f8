import { OPTIONS, valuesOf, withValues, type OptionName } from '../../protocol/choices';
import { checked } from '../../protocol/options/check';
import type { Option, Value } from '../../protocol/options/option';
import { setChoices } from '../../state/store';
import { useLab } from '../../state/use-lab';
import { Checks, Select, TextField } from '../primitives/fields';
import fields from '../primitives/fields.module.css';
import { NumbersOrAll } from './NumbersOrAll';
import { OPTION } from './texts';
import { useBefore } from './use-changed';

interface OptionFieldProps {
  readonly name: OptionName;
  /** Of an option that is one of a few: the values to offer, where they are not those of its entry. */
  readonly offered?: Readonly<Record<string, Value>>;
}

/** The control of an option, as its entry describes it; nothing while the option has no effect. */
export function OptionField({ name, offered }: OptionFieldProps) {
  const values = valuesOf(useLab((state) => state.choices));
  const before = useBefore(name);
  const option = OPTIONS[name] as Option<unknown>;
  if (option.isUsed && !option.isUsed(values)) return null;
  const value = values[name];
  const { label, control } = option;
  const told = (why: string) => (before === null ? why : `${OPTION.before(before)} ${why}`);
  const why = told(option.why);
  const onChange = (next: unknown) => setChoices((choices) => withValues(choices, { [name]: next }));
  switch (control.kind) {
    case 'select': {
      const few = offered ?? control.values;
      return (
        <Select
          label={label}
          why={told(few[value as string]?.why ?? option.why)}
          value={value as string}
          options={Object.entries(few).map(([one, about]) => [one, about.label] as const)}
          onChange={onChange}
        />
      );
    }
    case 'switch':
      return (
        <Select
          label={label}
          why={why}
          value={value ? 'on' : 'off'}
          options={[
            ['on', control.on],
            ['off', control.off],
          ]}
          onChange={(next) => onChange(next === 'on')}
        />
      );
    case 'checks':
      return (
        <Checks
          legend={label}
          why={why}
          options={Object.entries(control.values).map(([one, { label: name }]) => [one, name] as const)}
          chosen={value as string[]}
          onChange={onChange}
        />
      );
    case 'number or all':
      return (
        <div className={fields.row}>
          <OptionText {...{ option, why, value, onChange }} placeholder={OPTION.allPlaceholder} />
          <button type="button" disabled={value === null} onClick={() => onChange(null)}>
            {OPTION.all}
          </button>
        </div>
      );
    case 'list or all':
      return (
        <NumbersOrAll
          label={label}
          why={why}
          all={control.all}
          value={value as readonly (number | 'all')[]}
          read={(text) => read(option, text) as readonly (number | 'all')[] | undefined}
          onChange={onChange}
        />
      );
    case 'number':
    case 'list':
    case 'text':
      return <OptionText {...{ option, why, value, onChange }} />;
  }
}

interface OptionTextProps {
  readonly option: Option<unknown>;
  readonly why: string;
  readonly value: unknown;
  readonly placeholder?: string;
  onChange(value: unknown): void;
}

const OptionText = ({ option, ...props }: OptionTextProps) => (
  <TextField
    {...props}
    label={option.label}
    write={(value) => written(option, value)}
    read={(text) => read(option, text)}
  />
);

/** The controls of a group of options, in order. */
export function OptionFields({ of, advanced = false }: { of: Partial<typeof OPTIONS>; advanced?: boolean }) {
  const names = Object.keys(of) as OptionName[];
  return names.flatMap((name) => {
    const { advanced: isAdvanced = false } = OPTIONS[name] as Option<unknown>;
    return isAdvanced === advanced ? [<OptionField key={name} name={name} />] : [];
  });
}

/** The options of a group that are rarely changed, behind a press; nothing where none of them has an effect. */
export function MoreOptions({ of }: { readonly of: Partial<typeof OPTIONS> }) {
  const values = valuesOf(useLab((state) => state.choices));
  const isAnyUsed = (Object.keys(of) as OptionName[]).some((name) => {
    const { advanced = false, isUsed } = OPTIONS[name] as Option<unknown>;
    return advanced && (isUsed?.(values) ?? true);
  });
  if (!isAnyUsed) return null;
  return (
    <details>
      <summary>{OPTION.more}</summary>
      <OptionFields of={of} advanced />
    </details>
  );
}

/** A field is empty where its placeholder says what that means; lists are spaced. */
function written({ write, control }: Option<unknown>, value: unknown): string {
  if (value === null) return '';
  return control.kind === 'list' ? write(value).replaceAll(',', ' ') : write(value);
}

/** The value of a text, or undefined where it is not allowed. A number that a list has already is passed over. */
function read(option: Option<unknown>, text: string): unknown {
  const parsed = option.parse(text);
  try {
    return checked(option, Array.isArray(parsed) ? [...new Set(parsed)] : parsed);
  } catch {
    return undefined;
  }
}
