interface WhiskerProps {
  /** Pixels: where the whisker stands, and from where to where it goes. */
  readonly x: number;
  readonly low: number;
  readonly high: number;
  readonly colour: string;
  /** Whether it lies instead: `x` is then its height, `low` and `high` its ends at the left and the right. */
  readonly level?: boolean;
}

/** An interval as a whisker. Draws nothing where the interval is not known. */
export function Whisker({ x, low, high, colour, level = false }: WhiskerProps) {
  if (Number.isNaN(low) || Number.isNaN(high)) return null;
  return (
    <path
      d={
        level
          ? `M${low} ${x}H${high}M${low} ${x - 3}v6M${high} ${x - 3}v6`
          : `M${x} ${low}V${high}M${x - 3} ${low}h6M${x - 3} ${high}h6`
      }
      stroke={colour}
      strokeWidth={1.25}
      fill="none"
    />
  );
}
