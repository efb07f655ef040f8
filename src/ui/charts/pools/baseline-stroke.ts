/** Pixels: how thick the line is of the cell that others are compared with. */
export const BASELINE_STROKE = 3.5;
