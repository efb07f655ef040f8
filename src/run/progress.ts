/** The long parts of a run, in order. */
export type StageName = 'captions' | 'model' | 'encoder' | 'images' | 'texts' | 'sweep';

/** How far a stage is. Times are milliseconds of one clock. */
export interface Stage {
  readonly name: StageName;
  readonly done: number;
  /** Zero while unknown. */
  readonly total: number;
  readonly unit: string;
  readonly started: number;
  readonly updated: number;
  /** Of `done`, what a cache held already: it took no work and is left out of the rate. */
  readonly free: number;
  readonly detail: string;
}

/** Units of work per second so far, or null before anything can be said. */
export function rate(stage: Stage): number | null {
  const seconds = (stage.updated - stage.started) / 1000;
  const worked = stage.done - stage.free;
  return seconds > 0.2 && worked > 0 ? worked / seconds : null;
}

/** Seconds left at the rate so far, or null before anything can be said. */
export function secondsLeft(stage: Stage): number | null {
  const perSecond = rate(stage);
  return perSecond !== null && stage.total > 0 ? (stage.total - stage.done) / perSecond : null;
}

export const isComplete = (stage: Stage): boolean => stage.total > 0 && stage.done >= stage.total;
