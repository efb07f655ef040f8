import type { JudgementCounts } from './match-qrels';

const count = (number: number): string => number.toLocaleString('en');
const counted = (number: number, what: string): string =>
  `${count(number)} ${what}${number === 1 ? '' : 's'}`;

/** What became of the judgements of a file, for a reader of the results. */
export function judgementsInWords(name: string, counts: JudgementCounts): string {
  const { judgements, right, notRelevant, unmatched, unknownQueries, unknownItems } = counts;
  const parts = [`${name} holds ${counted(judgements, 'judgement')}: ${count(right)} of right pairs`];
  if (notRelevant > 0) parts.push(`${count(notRelevant)} not relevant (graded 0 or less)`);
  if (unmatched > 0) parts.push(`${count(unmatched)} of ids that no vector has`);
  const unknown = [unknownIn('query id', unknownQueries), unknownIn('item id', unknownItems)].filter(
    (part) => part !== '',
  );
  return `${parts.join(', ')}${unknown.length > 0 ? ` (${unknown.join('; ')})` : ''}.`;
}

function unknownIn(what: string, ids: readonly string[]): string {
  if (ids.length === 0) return '';
  const shown = ids.slice(0, 3).map((id) => id.slice(0, 60));
  return `${counted(ids.length, what)}: ${shown.join(', ')}${ids.length > shown.length ? ' …' : ''}`;
}
