import { InputError } from '../lib/errors';
import {
  DATA_KINDS,
  DEFAULT_CHOICES,
  DEVICES,
  DTYPES,
  MODEL_KINDS,
  withData,
  type Choices,
} from '../protocol/choices';
import { PAIRINGS } from '../protocol/pairing';
import { RANKERS } from '../protocol/ranker';
import {
  CALIBRATIONS,
  POOLS,
  PRECISIONS,
  PROJECTIONS,
  QUERY_FORMATS,
  RESCORERS,
  type SweepConfig,
} from '../protocol/sweep-config';

/** How one choice is written in a link and read from one; reading throws an InputError that names the parameter. */
interface Parameter<T> {
  write(value: T): string;
  read(text: string, name: string): T;
}

function oneOf<T extends string>(allowed: readonly T[]): Parameter<T> {
  return {
    write: (value) => value,
    read(text, name) {
      if ((allowed as readonly string[]).includes(text)) return text as T;
      throw new InputError(`${name}=${text} is not one of ${allowed.join(', ')}.`);
    },
  };
}

function listOf<T>(item: Parameter<T>): Parameter<readonly T[]> {
  return {
    write: (values) => values.map((value) => item.write(value)).join(','),
    read: (text, name) => text.split(',').map((part) => item.read(part, name)),
  };
}

const wholeNumber: Parameter<number> = {
  write: String,
  read(text, name) {
    if (/^\d{1,15}$/.test(text)) return Number(text);
    throw new InputError(`${name}=${text} is not a whole number.`);
  },
};

const samples: Parameter<number | null> = {
  write: (value) => (value === null ? 'all' : String(value)),
  read: (text, name) => (text === 'all' ? null : wholeNumber.read(text, name)),
};

const flag: Parameter<boolean> = {
  write: (value) => (value ? 'on' : 'off'),
  read: (text, name) => oneOf(['on', 'off']).read(text, name) === 'on',
};

/** http(s) addresses and paths beside the page; any other scheme is refused. */
const address: Parameter<string> = {
  write: (value) => value,
  read(text, name) {
    const beside = 'https://page.invalid/';
    if (URL.canParse(text, beside) && /^https?:$/.test(new URL(text, beside).protocol)) return text;
    throw new InputError(`${name}=${text} is not an http or https address.`);
  },
};

const OF_CHOICES = {
  data: oneOf(DATA_KINDS),
  cocoBase: address,
  captionsUrl: address,
  imagesUrl: address,
  imagesIndex: address,
  npzUrl: address,
  pairing: oneOf(PAIRINGS),
  samples,
  model: oneOf(MODEL_KINDS),
  hub: address,
  modelUrl: address,
  dtype: oneOf(DTYPES),
  device: oneOf(DEVICES),
  ranker: oneOf(RANKERS),
} satisfies { [K in Exclude<keyof Choices, 'sweep'>]: Parameter<Choices[K]> };

const OF_SWEEP = {
  dims: listOf(wholeNumber),
  precisions: listOf(oneOf(PRECISIONS)),
  candidateSizes: listOf(wholeNumber),
  ks: listOf(wholeNumber),
  seed: wholeNumber,
  pools: oneOf(POOLS),
  repeats: wholeNumber,
  projection: oneOf(PROJECTIONS),
  calibration: oneOf(CALIBRATIONS),
  centre: flag,
  query: oneOf(QUERY_FORMATS),
  rescore: wholeNumber,
  rescoreBy: oneOf(RESCORERS),
} satisfies { [K in keyof SweepConfig]: Parameter<SweepConfig[K]> };

/** The choices as a link's fragment: only what differs from what the kind of data brings with it. */
export function toFragment(choices: Choices): string {
  const base = withData(DEFAULT_CHOICES, choices.data);
  const written = {
    ...differing(OF_CHOICES, choices, base),
    ...differing(OF_SWEEP, choices.sweep, base.sweep),
  };
  return new URLSearchParams(
    choices.data === DEFAULT_CHOICES.data ? written : { data: choices.data, ...written },
  ).toString();
}

/** Reads a link's fragment. Parameters that are unknown or unusable keep their default and are named in `problems`. */
export function fromFragment(fragment: string): { choices: Choices; problems: string[] } {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const problems: string[] = [];
  const read = (of: Record<string, Pick<Parameter<unknown>, 'read'>>) =>
    Object.fromEntries(
      Object.entries(of).flatMap(([name, parameter]) => {
        const text = given.get(name);
        if (text === null) return [];
        try {
          return [[name, parameter.read(text, name)]];
        } catch (error) {
          problems.push((error as InputError).message);
          return [];
        }
      }),
    );
  const chosen = read(OF_CHOICES) as Partial<Choices>;
  const sweep = read(OF_SWEEP) as Partial<SweepConfig>;
  for (const name of given.keys()) {
    if (!Object.hasOwn(OF_CHOICES, name) && !Object.hasOwn(OF_SWEEP, name))
      problems.push(`“${name}” is not a choice of this page.`);
  }
  const base = withData(DEFAULT_CHOICES, chosen.data ?? DEFAULT_CHOICES.data);
  return { choices: { ...base, ...chosen, sweep: { ...base.sweep, ...sweep } }, problems };
}

function differing<T extends object>(
  of: { [K in keyof T]?: Parameter<T[K]> },
  values: T,
  base: T,
): Record<string, string> {
  return Object.fromEntries(
    (Object.keys(of) as (keyof T & string)[]).flatMap((name) => {
      const parameter = of[name]!;
      const text = parameter.write(values[name]);
      return text === parameter.write(base[name]) ? [] : [[name, text]];
    }),
  );
}
