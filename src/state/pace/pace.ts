import * as v from 'valibot';
import { isComplete, secondsLeft, type Stage, type StageName } from '../../run/progress';

const schema = v.object({
  /** Milliseconds for one picture and for one text. */
  perImage: v.number(),
  perText: v.number(),
  /** Milliseconds of all that comes before the first picture. */
  before: v.number(),
  /** Milliseconds of the sweep for one query in one cell. */
  perQuery: v.number(),
});

/** How long the parts of a run took. */
export type Pace = v.InferOutput<typeof schema>;

/** What a run embeds and measures. */
export interface Amount {
  readonly images: number;
  readonly texts: number;
  readonly cells: number;
}

/** From what it is estimated how long a run takes. */
export interface Expected {
  readonly amount: Amount;
  readonly pace: Pace;
  /** False where the pace is that of another machine. */
  readonly isOwn: boolean;
}

const BEFORE: readonly StageName[] = ['captions', 'model', 'encoder'];

/** Paces as they were stored, by what was run; none where that is damaged. */
export function parsePaces(stored: string | null): Record<string, Pace> {
  try {
    const { success, output } = v.safeParse(v.record(v.string(), schema), JSON.parse(stored ?? '{}'));
    return success ? output : {};
  } catch {
    return {};
  }
}

/** The pace of a run that came to its end; null where nearly all of its vectors were stored, so that nothing was timed. */
export function paceOf(stages: readonly Stage[], cells: number): Pace | null {
  const [images, texts] = (['images', 'texts'] as const).map((name) => stageOf(stages, name));
  if (!images || !texts || !isTimed(images) || !isTimed(texts)) return null;
  const sweep = stageOf(stages, 'sweep');
  return {
    before: stages.filter(({ name }) => BEFORE.includes(name)).reduce((sum, stage) => sum + took(stage), 0),
    perImage: took(images) / worked(images),
    perText: took(texts) / worked(texts),
    perQuery: sweep && cells > 0 ? took(sweep) / (cells * (images.done + texts.done)) : 0,
  };
}

/** Milliseconds of the parts of a run of that size, in their order. */
const parts = ({ perImage, perText, perQuery }: Pace, { images, texts, cells }: Amount) => ({
  images: images * perImage,
  texts: texts * perText,
  sweep: cells * (images + texts) * perQuery,
});

/** About how many seconds a run takes, where none of its vectors is stored. */
export const secondsAt = (pace: Pace, amount: Amount): number =>
  Object.values(parts(pace, amount)).reduce((sum, part) => sum + part, pace.before) / 1000;

/** A stage says little of its own rate before this share of it is done. */
const TOLD = 0.1;

/** About how many seconds are left of a run that is in the last of these stages: what it is in by its own rate, the rest as it was last time. */
export function secondsLeftInAll(stages: readonly Stage[], pace: Pace, amount: Amount): number {
  const current = stages.at(-1);
  const whole = parts(pace, amount);
  const order = Object.keys(whole) as (keyof typeof whole)[];
  const place = current ? order.findIndex((name) => name === current.name) : -1;
  const later = order.slice(place + 1).reduce((sum, name) => sum + whole[name], 0) / 1000;
  if (!current || place < 0) {
    const past = stages.reduce((sum, stage) => sum + took(stage), 0);
    return Math.max(0, pace.before - past) / 1000 + later;
  }
  const share = current.done / (current.total || 1);
  const byPace = (whole[order[place]] * (1 - share)) / 1000;
  return ((share >= TOLD ? secondsLeft(current) : null) ?? byPace) + later;
}

const stageOf = (stages: readonly Stage[], wanted: StageName) => stages.find(({ name }) => name === wanted);
const took = ({ started, updated }: Stage): number => updated - started;
const worked = ({ done, free }: Stage): number => done - free;
/** At least half of it was done, not found. */
const isTimed = (stage: Stage): boolean =>
  isComplete(stage) && 2 * worked(stage) >= stage.done && stage.done > 0;
