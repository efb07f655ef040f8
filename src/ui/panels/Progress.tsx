import { bytes, count, duration, perSecond } from '../../report/formats/format';
import { isComplete, rate, secondsLeft, type Stage, type StageName } from '../../run/progress';
import { Countdown } from '../primitives/Countdown';

const NAMES: Record<StageName, string> = {
  captions: 'Read captions',
  model: 'Load the model',
  encoder: 'Start and check the encoder',
  images: 'Embed pictures',
  texts: 'Embed captions',
  sweep: 'Sweep',
};

/** Every stage of the run so far: bar, counts, rate and time left. */
export function Progress({ stages }: { readonly stages: readonly Stage[] }) {
  return (
    <ol className="stages" aria-label="Progress" data-testid="stages">
      {stages.map((stage) => (
        <li key={stage.name} className={isComplete(stage) ? 'stage complete' : 'stage'} data-testid="stage">
          <div className="stage-head">
            <span>{NAMES[stage.name]}</span>
            <span className="stage-count">{countsOf(stage)}</span>
          </div>
          <progress
            aria-label={NAMES[stage.name]}
            {...(stage.total > 0 ? { value: stage.done, max: stage.total } : {})}
          />
          <p className="stage-note">
            {stage.until === null ? (
              [speedOf(stage), stage.detail].filter(Boolean).join(' · ')
            ) : (
              <Countdown until={stage.until} />
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

const amount = (stage: Stage, value: number): string =>
  stage.unit === 'bytes' ? bytes(value) : `${count(value)}`;

function countsOf(stage: Stage): string {
  const unit = stage.unit === 'bytes' ? '' : ` ${stage.unit}`;
  if (isComplete(stage) || stage.total === 0) return `${amount(stage, stage.done)}${unit}`;
  return `${amount(stage, stage.done)} of ${amount(stage, stage.total)}${unit}`;
}

function speedOf(stage: Stage): string {
  if (stage.unit === 'steps' && !isComplete(stage)) return '';
  if (isComplete(stage)) return duration((stage.updated - stage.started) / 1000);
  const speed = rate(stage);
  if (speed === null) return '';
  const left = secondsLeft(stage);
  const shown = stage.unit === 'bytes' ? `${bytes(speed)}/s` : `${perSecond(speed)}/s`;
  return left === null ? shown : `${shown}, ${duration(left)} left`;
}
