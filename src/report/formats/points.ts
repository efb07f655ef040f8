import { excludesZero, hasInterval, type Difference } from '../../sweep/results/result';
import { decimalsOf } from './format';

/**
 * A share in points (hundredths): 12.3, −1.8, 0.4, −0.04; 0 for what rounds to nothing.
 * @param decimals one, or two below a tenth of a point, unless given
 */
export function points(value: number, decimals: number = decimalsOf(value)): string {
  const size = Math.abs(100 * value).toFixed(decimals);
  if (Number(size) === 0) return '0';
  return `${value < 0 ? '−' : ''}${size}`;
}

/**
 * A difference in points, ± half its interval with as many decimals: −1.8 ± 0.4, 0.03 ± 0.02; one decimal more where both would look
 * the same, so that it is seen whether 0 lies between: 0.40 ± 0.35.
 */
export function pointsWithMargin({ mean, low, high }: Difference): string {
  const half = (high - low) / 2;
  if (half === 0) return points(mean);
  const least = decimalsOf(half);
  const decimals = points(Math.abs(mean), least) === points(half, least) ? least + 1 : least;
  return `${points(mean, decimals)} ±\u00a0${points(half, decimals)}`;
}

/** As `pointsWithMargin`, with a plus before what is more than 0: +1.2 ± 0.4. */
export function signedPoints(difference: Difference): string {
  const text = pointsWithMargin(difference);
  return difference.mean > 0 && !/^0( |$)/.test(text) ? `+${text}` : text;
}

/** A difference in a few words: +1.2 ± 0.4 points, no difference seen (± 0.4 points). */
export function changeInWords(difference: Difference): string {
  const { low, high } = difference;
  if (!hasInterval(difference)) return `${differenceText(difference)} points`;
  if (low === 0 && high === 0) return 'no difference';
  if (!excludesZero(difference)) return `no difference seen (±\u00a0${points((high - low) / 2)} points)`;
  return `${signedPoints(difference)} points`;
}

/** A difference as tables and charts have room for: −1.8 ± 0.4, with ○ where none is seen; −1.8 where its interval is not known. */
export function differenceText(difference: Difference): string {
  if (!hasInterval(difference)) {
    const text = points(difference.mean);
    return difference.mean > 0 && text !== '0' ? `+${text}` : text;
  }
  return `${excludesZero(difference) ? '' : '○ '}${signedPoints(difference)}`;
}
