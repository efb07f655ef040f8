import type { CocoPlace } from '../coco-places';
import type { GenericSchema } from 'valibot';
import type { DataKind } from '../data-kinds';
import type { Precision } from '../compression';
import type { ModelKind } from '../models';
import type { Pools } from '../pools';

/** What a person can choose before a run: all that the page, its links and the command have to know of one choice. */
export interface Option<T> extends About<T> {
  /** The values that are allowed, with a sentence for each that is not. */
  readonly schema: GenericSchema<unknown, T>;
  readonly control: Control;
  /** A value as text: in links, and in the command's help. */
  write(value: T): string;
  /** The value that a text stands for, not checked yet; a text that stands for none is given back. */
  parse(text: string): unknown;
}

/** What each entry says of itself. */
export interface About<T> {
  readonly label: string;
  /** The sentence below the control. */
  readonly why: string;
  readonly default: T;
  /** Its key in links. Links outlive a release: a key never changes its meaning. */
  readonly link: string;
  readonly flag: Flag | SetByFlag;
  /** Stands among the choices that are folded away. */
  readonly advanced?: boolean;
  /** Whether the option has an effect beside these other choices; absent where it always has. */
  isUsed?(others: Deciding): boolean;
}

/** The choices on which it depends whether other options have an effect. */
interface Deciding {
  readonly data: DataKind;
  readonly cocoSource: CocoPlace;
  readonly model: ModelKind;
  readonly precisions: readonly Precision[];
  readonly pools: Pools;
  readonly rescore: number;
}

/** A flag of the command. */
export interface Flag {
  /** Without the two dashes. */
  readonly name: string;
  readonly help: string;
  /** What is to follow the flag, where the kind of option does not say it: `<folder>`. */
  readonly argument?: string;
}

/** The name of another option's flag, which sets this one too. */
interface SetByFlag {
  readonly setBy: string;
}

/** A value that can be chosen. */
export interface Value {
  readonly label: string;
  /** Shown in place of the option's own sentence while the value is chosen. */
  readonly why?: string;
}

/** The kind of control that shows an option on the page, and of argument that its flag takes. */
type Control =
  | { readonly kind: 'select' | 'checks'; readonly values: Readonly<Record<string, Value>> }
  | { readonly kind: 'switch'; readonly on: string; readonly off: string }
  | { readonly kind: 'list or all'; readonly all: string }
  | { readonly kind: 'number' | 'number or all' | 'list' | 'text' };

/** The values of a group of options. */
export type ValuesOf<Options> = {
  readonly [Name in keyof Options]: Options[Name] extends Option<infer T> ? T : never;
};
/** The default of every option of a group. */
export const defaultsOf = <Options extends Record<string, Pick<Option<unknown>, 'default'>>>(
  options: Options,
): ValuesOf<Options> =>
  Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, option.default]),
  ) as ValuesOf<Options>;
