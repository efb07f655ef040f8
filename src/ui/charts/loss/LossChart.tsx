import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
  type BarShapeProps,
  type YAxisTickContentProps,
} from 'recharts';
import { AXIS, LABEL, MARGIN, titled } from '../../../report/charts/chart-style';
import {
  LOSS_PARTS,
  lossInPool,
  pointTicks,
  type LossBar,
  type LossPart,
} from '../../../report/charts/losses';
import { lossSentence } from '../../../report/finding/sentences';
import { points } from '../../../report/formats/points';
import { useBaseline } from '../baseline';
import chart from '../chart.module.css';
import { CELL_NAME_WIDTH, CellName } from '../CellName';
import { LOSS } from '../texts';
import styles from './LossChart.module.css';

/** Pixels of a bar with its gap, of the axis and the heading around the bars, and of the sums. */
const BAR = 26;
const AROUND = 72;
const TOTALS = 52;
/** More room for names that begin with the letter of a run. */
const OF_RUN = 20;
/** Below this width the note would not fit beside the pointer, nor many ticks below the bars. */
const NARROW = 440;

/** The height at which every bar of the chart has its place. */
export const lossChartHeight = (bars: number): number => AROUND + BAR * bars;

interface LossChartProps {
  readonly bars: readonly LossBar[];
  /** Bars of charts beside this one, whose axis is the same. */
  readonly beside?: readonly LossBar[];
  readonly k: number;
  readonly width: number;
}

/**
 * Points of Recall@K lost against what is compared with in the same pools: a stacked bar for each dimension × precision, what is
 * gained left of zero, the sum at the right.
 */
export function LossChart({ bars, beside = [], k, width }: LossChartProps) {
  const { inWords } = useBaseline();
  const narrow = width < NARROW;
  const ticks = pointTicks([...bars, ...beside], narrow ? 3 : 6);
  return (
    <BarChart
      layout="vertical"
      stackOffset="sign"
      width={width}
      height={lossChartHeight(bars.length)}
      data={[...bars]}
      margin={{ ...MARGIN, top: 20, right: 4 }}
      barCategoryGap={3}
    >
      <CartesianGrid stroke="var(--grid)" horizontal={false} />
      <XAxis
        {...AXIS}
        type="number"
        domain={[ticks[0], ticks.at(-1)!]}
        ticks={ticks}
        interval={0}
        tickFormatter={(value: number) => String(value).replace('-', '−')}
        label={titled(LOSS.x(k))}
      />
      <YAxis
        {...AXIS}
        type="category"
        dataKey={keyOf}
        width={CELL_NAME_WIDTH + (bars[0]?.run ? OF_RUN : 0)}
        interval={0}
        tick={({ x, y, index }: YAxisTickContentProps) => (
          <CellName x={Number(x)} y={Number(y)} cell={bars[index]} />
        )}
      />
      <YAxis
        {...AXIS}
        yAxisId="total"
        orientation="right"
        type="category"
        dataKey={keyOf}
        width={TOTALS}
        interval={0}
        axisLine={false}
        label={{ value: LOSS.sum, position: 'top', offset: 6, ...LABEL }}
        tick={({ y, index }: YAxisTickContentProps) => (
          <text
            x={width - 8}
            y={y}
            dy="0.35em"
            textAnchor="end"
            {...LABEL}
            fill="var(--ink)"
            fontWeight={600}
          >
            {bars[index] && points(lossInPool(bars[index].loss))}
          </text>
        )}
      />
      <Tooltip
        {...(narrow && { position: { x: 4 } })}
        cursor={{ fill: 'var(--grid)', fillOpacity: 0.5 }}
        content={({ payload }) => (
          <BarNote bar={payload?.[0]?.payload as LossBar | undefined} k={k} against={inWords} />
        )}
      />
      {LOSS_PARTS.map((part) => (
        <Bar
          key={part}
          dataKey={(bar: LossBar) => 100 * bar.loss[part]}
          name={part}
          stackId="loss"
          isAnimationActive={false}
          shape={(bar: BarShapeProps) => <Part bar={bar} part={part} />}
        />
      ))}
      <ReferenceLine x={0} stroke="var(--ink)" strokeWidth={1.5} />
    </BarChart>
  );
}

/** What tells a bar from all others. */
const keyOf = ({ experiment, run = 'a' }: LossBar): string => `${experiment} ${run}`;

/** One part of a bar, with its points where they fit into it. */
function Part({ bar, part }: { readonly bar: BarShapeProps; readonly part: LossPart }) {
  const { y, height } = bar;
  const width = Math.abs(bar.width);
  const x = Math.min(bar.x, bar.x + bar.width);
  const text = points((bar.payload as LossBar).loss[part]);
  return (
    <g>
      <rect {...{ x, y, width, height }} fill={`var(--loss-${part})`} />
      {width > 10 + 6 * text.length && (
        <text
          x={x + width / 2}
          y={y + height / 2}
          dy="0.35em"
          textAnchor="middle"
          fontSize={11}
          fill={`var(--loss-${part}-ink)`}
        >
          {text}
        </text>
      )}
    </g>
  );
}

interface BarNoteProps {
  readonly bar: LossBar | undefined;
  readonly k: number;
  readonly against: string;
}

function BarNote({ bar, k, against }: BarNoteProps) {
  return bar ? (
    <div className={`${chart.note} ${styles.sentence}`}>{lossSentence(bar, k, against)}</div>
  ) : null;
}
