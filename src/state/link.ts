import { messageOf } from '../lib/errors';
import {
  DEFAULT_CHOICES,
  OPTION_LIST,
  valuesOf,
  withData,
  withValues,
  type Choices,
  type OptionValues,
} from '../protocol/choices';
import { readText } from '../protocol/options/check';

/** The choices as a link's fragment: only what differs from what the kind of data brings with it. */
export function toFragment(choices: Choices): string {
  const values = valuesOf(choices);
  const usual = { ...valuesOf(withData(DEFAULT_CHOICES, choices.data)), data: DEFAULT_CHOICES.data };
  const written = OPTION_LIST.flatMap(([name, option]) => {
    const text = option.write(values[name]);
    return text === option.write(usual[name]) ? [] : [[option.link, text]];
  });
  return new URLSearchParams(written).toString();
}

/** Reads a link's fragment. What is unknown or not allowed keeps its default and is named in `problems`. */
export function fromFragment(fragment: string): { choices: Choices; problems: string[] } {
  const values: Partial<Record<keyof OptionValues, unknown>> = {};
  const problems: string[] = [];
  for (const [key, text] of new URLSearchParams(fragment.replace(/^#/, ''))) {
    const found = OPTION_LIST.find(([, option]) => option.link === key);
    if (!found) {
      problems.push(`“${key}” is not an option of this page.`);
      continue;
    }
    const [name, option] = found;
    if (name in values) continue;
    try {
      values[name] = readText(option, text);
    } catch (error) {
      problems.push(`${key}=${text} is ignored: ${messageOf(error)}.`);
    }
  }
  return { choices: withValues(DEFAULT_CHOICES, values as Partial<OptionValues>), problems };
}
