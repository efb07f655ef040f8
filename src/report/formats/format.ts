import { threeFigures } from '../../lib/byte-count';

/** Numbers as the page shows them: one way each, everywhere. */
export { byteCount as bytes } from '../../lib/byte-count';

/** Decimals of a share in hundredths: one, or two where one would show a small share as 0.0. */
export const decimalsOf = (share: number): 1 | 2 => (share !== 0 && Math.abs(share) < 0.001 ? 2 : 1);

/** A cosine as .974; 1 as 1.000. Three decimals; no leading zero, because a cosine never exceeds 1, and no sign where all are 0. */
export function cosine(value: number): string {
  return value
    .toFixed(3)
    .replace(/^-(?=0\.000$)/, '')
    .replace(/^(-?)0\./, '$1.');
}

/** A share as per cent: 99.6 %, 0.04 %. */
export const percent = (value: number): string => `${(100 * value).toFixed(decimalsOf(value))} %`;

/** A size beside another, to be followed by that one's name: 25.1 % of, 3.97 ×. */
export const ratioOf = (ratio: number): string =>
  ratio < 1 ? `${percent(ratio)} of` : `${ratio.toPrecision(3)} ×`;

/** Two shares as the ends of an interval, in per cent: 96.1–98.5 %. */
export const percentRange = (low: number, high: number): string =>
  `${percent(low).replace(' %', '')}–${percent(high)}`;

/** A whole number with thin spaces between thousands: 25 014. */
export const count = (value: number): string =>
  Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, '\u202f');

/** A number of things: 1 file, 12 files. */
export const counted = (value: number, thing: string): string =>
  `${count(value)} ${thing}${value === 1 ? '' : 's'}`;

/** The same of things whose plural is given: 2 queries. */
export const countedAs = (
  value: number,
  { one, many }: { readonly one: string; readonly many: string },
): string => `${count(value)} ${value === 1 ? one : many}`;

/** A rate with at most three figures: 12.5, 840, 12 300. */
export const perSecond = (value: number): string =>
  value < 100 ? String(threeFigures(value)) : count(threeFigures(value));

/** A duration: 0.4 s, 12 s, 3 min 20 s. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 90) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes} min ${whole % 60} s` : `${(seconds / 3600).toFixed(1)} h`;
}

/** The first characters of a time of UTC in ISO 8601 as it is where the page is read; what is no such time stays as it is. */
function localTime(time: string, characters: number): string {
  const at = new Date(time);
  if (!time.endsWith('Z') || Number.isNaN(at.getTime())) return time;
  const shifted = new Date(at.getTime() - 60_000 * at.getTimezoneOffset());
  return shifted.toISOString().slice(0, characters).replace('T', ' ');
}

/** The day of a time in ISO 8601: 2026-11-29. */
export const day = (time: string): string => localTime(time, 10);

/** A time in ISO 8601 to the minute: 2026-11-29 14:05. */
export const minute = (time: string): string => localTime(time, 16);

/** A time in ISO 8601 to the second: 2026-11-29 14:05:09. */
export const second = (time: string): string => localTime(time, 19);

/** The same with the zone that it is told in: 2026-11-29 14:05:09 UTC+1. */
export function secondInZone(time: string): string {
  const local = second(time);
  return local === time ? time : `${local} ${zoneOf(new Date(time))}`;
}

/** The zone of this place at a time, as it stands to UTC: UTC+1, UTC−3:30. */
export function zoneOf(at: Date): string {
  const ahead = -at.getTimezoneOffset();
  if (ahead === 0) return 'UTC';
  const [hours, minutes] = [Math.floor(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
  return `UTC${ahead < 0 ? '−' : '+'}${hours}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`;
}

/** The text with its first letter as a capital. */
export const upperFirst = (text: string): string => text[0].toUpperCase() + text.slice(1);
