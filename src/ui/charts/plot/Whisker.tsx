interface WhiskerProps {
  /** Pixels. */
  readonly x: number;
  readonly low: number;
  readonly high: number;
  readonly colour: string;
}

/** An interval as a whisker. Draws nothing where the interval is not known. */
export function Whisker({ x, low, high, colour }: WhiskerProps) {
  if (Number.isNaN(low) || Number.isNaN(high)) return null;
  return (
    <path
      d={`M${x} ${low}V${high}M${x - 3} ${low}h6M${x - 3} ${high}h6`}
      stroke={colour}
      strokeWidth={1.25}
      fill="none"
    />
  );
}
