import { InvalidArgumentError, Option as CommandOption } from 'commander';
import { messageOf } from '../../src/lib/errors';
import {
  DEFAULT_CHOICES,
  OPTION_LIST,
  valuesOf,
  withData,
  type OptionName,
  type OptionValues,
} from '../../src/protocol/choices';
import { DATA_KINDS, type DataKind } from '../../src/protocol/data-kinds';
import { readText } from '../../src/protocol/options/check';
import type { Flag, Option } from '../../src/protocol/options/option';

/** What followed each flag, as it was typed, by the flag's name. */
export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Options whose flags take local files and folders too: they are no values of the page until they are served to it. */
const LOCAL: readonly OptionName[] = ['captionsUrl', 'imagesUrl', 'npzUrl', 'model'];

/** The kinds of data that no other flag chooses. */
const DATA_WITHOUT_FILES: readonly DataKind[] = ['demo', 'coco-mini', 'coco', 'hub'];

/** The flags of the page's options, whose help ends with what the page starts with. */
export const optionFlags = (): CommandOption[] =>
  OPTION_LIST.flatMap(([name, option]) => ('name' in option.flag ? [flagOf(name, option, option.flag)] : []));

/**
 * The values that were typed, but of flags that take local files.
 * @throws Error that names the flag whose value is not allowed
 */
export function typedValues(typed: Typed): Partial<OptionValues> {
  const values = OPTION_LIST.flatMap(([name, option]) => {
    if (!('name' in option.flag) || LOCAL.includes(name)) return [];
    const text = typed[option.flag.name];
    if (text === undefined) return [];
    try {
      return [[name, readText(option, [text].flat().join(' '))]];
    } catch (error) {
      throw new Error(`--${option.flag.name}: ${messageOf(error)}.`);
    }
  });
  return Object.fromEntries(values) as Partial<OptionValues>;
}

function flagOf(name: OptionName, option: Option<unknown>, flag: Flag): CommandOption {
  const { control } = option;
  const standard = defaultOf(name, option);
  const help = standard ? `${flag.help} (default: ${standard})` : flag.help;
  const made = new CommandOption(`--${flag.name} ${flag.argument ?? ARGUMENTS[control.kind]}`, help);
  if (LOCAL.includes(name)) return made;
  if (name === 'data') return made.choices(DATA_WITHOUT_FILES);
  if ('values' in control) return made.choices(Object.keys(control.values));
  if (control.kind === 'switch') return made.choices(['on', 'off']);
  const isVariadic = made.variadic;
  return made.argParser((text, before: string | undefined) => {
    const all = isVariadic && before ? `${before} ${text}` : text;
    try {
      readText(option, all);
    } catch (error) {
      throw new InvalidArgumentError(`${messageOf(error)}.`);
    }
    return all;
  });
}

const ARGUMENTS: Record<Option<unknown>['control']['kind'], string> = {
  select: '<name>',
  checks: '<name...>',
  switch: '<on|off>',
  number: '<n>',
  'number or all': '<n>',
  list: '<n...>',
  'list or all': '<n|all...>',
  text: '<url>',
};

/** What the page starts with, and what kinds of data bring in its place; empty where that is nothing. */
function defaultOf(name: OptionName, option: Option<unknown>): string {
  if (name === 'data') return DEFAULT_CHOICES.data;
  const shown = (kind: DataKind): string => {
    const value = valuesOf(withData(DEFAULT_CHOICES, kind))[name];
    return typeof value === 'number' ? value.toLocaleString('en') : option.write(value).replaceAll(',', ' ');
  };
  const usual = shown('url');
  const others = DATA_KINDS.filter((kind) => shown(kind) !== usual);
  return [usual, ...others.map((kind) => `${shown(kind)} for data ${kind}`)].join(', ');
}
