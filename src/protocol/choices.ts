import { DATA_PRESETS, type DataKind } from './data-kinds';
import { PAIRING_OPTIONS, SOURCE_OPTIONS } from './options/data';
import { HUB_OPTIONS } from './options/hub';
import { MODEL_OPTIONS, RANKING_OPTIONS } from './options/model';
import { READING_OPTIONS } from './options/reading';
import { defaultsOf, type Option, type ValuesOf } from './options/option';
import { SWEEP_OPTIONS } from './options/sweep';
import { VECTOR_OPTIONS } from './options/vectors';
import type { SweepConfig } from './sweep-config';

const OUTSIDE_SWEEP = {
  ...SOURCE_OPTIONS,
  ...HUB_OPTIONS,
  ...READING_OPTIONS,
  ...VECTOR_OPTIONS,
  ...PAIRING_OPTIONS,
  ...MODEL_OPTIONS,
  ...RANKING_OPTIONS,
};

/** Every option there is, by its name in the code. */
export const OPTIONS = { ...OUTSIDE_SWEEP, ...SWEEP_OPTIONS };
export type OptionName = keyof typeof OPTIONS;

/** The values of all options, side by side. */
export type OptionValues = ValuesOf<typeof OPTIONS>;

/** All that a person chooses before a run; plain values only, so that it fits into a link. */
export type Choices = ValuesOf<typeof OUTSIDE_SWEEP> & { readonly sweep: SweepConfig };

/** All options with their names; their values are of different types, so of unknown type here. */
export const OPTION_LIST = Object.entries(OPTIONS) as unknown as readonly (readonly [
  OptionName,
  Option<unknown>,
])[];

export const valuesOf = ({ sweep, ...others }: Choices): OptionValues => ({ ...others, ...sweep });

/** Choices with some values replaced. A kind of data brings what suits it, which the other values given here override. */
export function withValues(choices: Choices, values: Partial<OptionValues>): Choices {
  const base = values.data === undefined ? choices : withData(choices, values.data);
  const part = (options: object): object =>
    Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(options, name)));
  return { ...base, ...part(OUTSIDE_SWEEP), sweep: { ...base.sweep, ...part(SWEEP_OPTIONS) } };
}

export const DEFAULT_CHOICES: Choices = {
  ...defaultsOf(OUTSIDE_SWEEP),
  sweep: defaultsOf(SWEEP_OPTIONS),
};

/** Choices with another kind of data and what suits it, but for what was chosen otherwise than the kind before suggests. */
export function withData(choices: Choices, data: DataKind): Choices {
  const [before, after] = [DATA_PRESETS[choices.data], DATA_PRESETS[data]];
  const { model, samples, sweep } = choices;
  const { candidateSizes } = sweep;
  return {
    ...choices,
    data,
    model: model === before.model ? after.model : model,
    samples: samples === before.samples ? after.samples : samples,
    sweep: {
      ...sweep,
      candidateSizes:
        candidateSizes.join() === before.candidateSizes.join() ? after.candidateSizes : candidateSizes,
    },
  };
}
