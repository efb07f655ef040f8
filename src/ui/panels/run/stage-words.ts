import { bytes, count, duration, perSecond } from '../../../report/formats/format';
import { isComplete, rate, secondsLeft, type Stage } from '../../../run/progress';
import { PROGRESS } from '../texts';

const amount = (stage: Stage, value: number): string =>
  stage.unit === 'bytes' ? bytes(value) : `${count(value)}`;

/** How much of a stage is done, of how much. */
export function countsOf(stage: Stage): string {
  const unit = stage.unit === 'bytes' ? '' : ` ${stage.unit}`;
  if (isComplete(stage) || stage.total === 0) return `${amount(stage, stage.done)}${unit}`;
  return `${PROGRESS.of(amount(stage, stage.done), amount(stage, stage.total))}${unit}`;
}

/** Rate and time left of a stage; once it is complete, how long it took. */
export function speedOf(stage: Stage): string {
  if (stage.unit === 'steps' && !isComplete(stage)) return '';
  if (isComplete(stage)) return duration((stage.updated - stage.started) / 1000);
  const speed = rate(stage);
  if (speed === null) return '';
  const left = secondsLeft(stage);
  const shown = PROGRESS.perSecond(stage.unit === 'bytes' ? bytes(speed) : perSecond(speed));
  return left === null ? shown : `${shown}, ${PROGRESS.left(left)}`;
}
