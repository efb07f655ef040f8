import type { Difference } from '../../sweep/results/result';

/**
 * A share in points (hundredths): 12.3, −1.8, .4; no zero before the point, and 0 for what rounds to nothing.
 * @param decimals one unless told otherwise
 */
export function points(value: number, decimals = 1): string {
  const size = Math.abs(100 * value).toFixed(decimals);
  if (Number(size) === 0) return '0';
  return (value < 0 ? '−' : '') + size.replace(/^0\./, '.');
}

/** True where the paired 95 % interval leaves out 0: only then is there a difference to speak of. */
export const isSeen = ({ low, high }: Difference): boolean => low > 0 || high < 0;

/** A difference in points, ± half its interval, to two decimals where one would show ± 0: −1.8 ± .4, +.03 ± .02. */
export function signedPoints({ mean, low, high }: Difference): string {
  const half = (high - low) / 2;
  const decimals = half > 0 && half < 0.0005 ? 2 : 1;
  const middle = points(mean, decimals);
  if (half === 0) return middle === '0' || mean < 0 ? middle : `+${middle}`;
  return `${mean > 0 && middle !== '0' ? '+' : ''}${middle} ±\u00a0${points(half, decimals)}`;
}
