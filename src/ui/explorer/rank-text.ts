import { count } from '../../report/formats/format';

/** An expected rank: 12, or 12.5 where ties or pools make it no whole number. */
export const rankText = (rank: number): string =>
  Number.isInteger(rank) ? count(rank) : rank < 100 ? rank.toFixed(1) : count(rank);
