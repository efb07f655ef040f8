import type { InputSummary } from '../input';
import type { SpaceSource } from '../spaces';

/** What is known of an input: its rows before anything is embedded, and its dimensions where they are known. */
export type KnownInput = Pick<InputSummary, 'texts' | 'images' | 'mostTexts' | 'mostImages'> &
  Partial<SpaceSource>;
