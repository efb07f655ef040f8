import type { Rows } from '../compare';
import type { DrivenPage } from '../driven';

/** Where a story takes place. */
export interface Scene {
  readonly page: DrivenPage;
  /** The built page on a host of its own, which nothing is stored for yet. */
  readonly url: string;
  /** Where the browser saves downloads. */
  readonly downloads: string;
  /** A folder for files that the story makes. */
  readonly folder: string;
  /** The test pictures that the browser is known to decode otherwise than Pillow. */
  readonly otherPictures: readonly string[];
}

/** What a story has seen. */
export interface Outcome {
  readonly words: string;
  /** Results that have to equal those of the same story in Chromium. */
  readonly rows?: Rows;
}

/** Something that a person does with the page. */
export interface Story {
  readonly name: string;
  /** @throws Error that says what was seen instead of what is expected */
  tell(scene: Scene): Promise<Outcome>;
}

/** @throws Error where something that has to hold does not */
export function expect(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}
