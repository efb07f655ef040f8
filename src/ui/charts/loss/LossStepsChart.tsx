import { LABEL } from '../../../report/charts/chart-style';
import { lossText, type LossStepBar } from '../../../report/finding/loss-words';
import { hasInterval } from '../../../sweep/results/result';
import { Whisker } from '../plot/Whisker';
import { LOSS } from '../texts';

/** Pixels: of a step with its words, of a bar in it, of the axis below, of the room at both sides. */
const STEP = 52;
const BAR = { top: 22, height: 12 };
/** From the top of a step to its interval, which lies below its bar, and to where its lines end. */
const INTERVAL = 40;
const FOOT = 45;
const AXIS = 40;
const SIDE = 14;

/** The height at which so many steps have their place. */
export const lossStepsHeight = (steps: number): number => STEP * steps + AXIS;

interface LossStepsChartProps {
  readonly bars: readonly LossStepBar[];
  /** Points of the axis, ascending. */
  readonly ticks: readonly number[];
  readonly k: number;
  readonly width: number;
}

/** A bar for each step: the points that it costs, with their interval, all on one axis. */
export function LossStepsChart({ bars, ticks, k, width }: LossStepsChartProps) {
  const [first, last] = [ticks[0], ticks[ticks.length - 1]];
  const x = (points: number) => SIDE + ((points - first) / (last - first)) * (width - 2 * SIDE);
  const foot = STEP * bars.length;
  return (
    <svg width={width} height={lossStepsHeight(bars.length)} role="img" aria-label={LOSS.steps}>
      {ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={foot + 13} textAnchor="middle" {...LABEL}>
          {String(tick).replace('-', '−')}
        </text>
      ))}
      {bars.map(({ part, label, loss }, i) => {
        const [from, to] = [x(0), x(100 * loss.mean)];
        return (
          <g key={part} transform={`translate(0 ${STEP * i})`} data-testid="loss-step">
            <text x={SIDE} y={15} {...LABEL} fontSize={13} fill="var(--ink)">
              {label}
            </text>
            <text
              x={width - SIDE}
              y={15}
              textAnchor="end"
              {...LABEL}
              fontSize={13}
              fontWeight={600}
              fill="var(--ink)"
            >
              {lossText(loss)}
            </text>
            {ticks.map((tick) => (
              <path key={tick} d={`M${x(tick)} ${BAR.top - 2}V${FOOT}`} stroke="var(--grid)" />
            ))}
            <rect
              x={Math.min(from, to)}
              y={BAR.top}
              width={Math.abs(to - from)}
              height={BAR.height}
              fill={`var(--loss-${part})`}
            />
            {hasInterval(loss) && loss.high > loss.low && (
              <Whisker
                level
                x={INTERVAL}
                low={x(100 * loss.low)}
                high={x(100 * loss.high)}
                colour="var(--ink)"
              />
            )}
            <path d={`M${from} ${BAR.top - 2}V${FOOT}`} stroke="var(--ink)" strokeWidth={1.5} />
          </g>
        );
      })}
      <text x={width / 2} y={foot + 32} textAnchor="middle" {...LABEL}>
        {LOSS.x(k)}
      </text>
    </svg>
  );
}
