interface BaselineRingProps {
  readonly x: number;
  readonly y: number;
}

/** Around the marker of the cell that others are compared with. */
export const BaselineRing = ({ x, y }: BaselineRingProps) => (
  <circle
    cx={x}
    cy={y}
    r={7.5}
    fill="none"
    stroke="var(--accent)"
    strokeWidth={1.75}
    pointerEvents="none"
    data-testid="baseline-ring"
  />
);
