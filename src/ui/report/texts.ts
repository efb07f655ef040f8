import { count, counted } from '../../report/formats/format';

/** The words of the report, apart from those that it shares with the page. */

export const REPORT = {
  title: (data: string) => `Retrieval report: ${data}`,
  kicker: 'Cross-modal retrieval lab · report',
  charts: 'Charts',
  legend: 'What colours, shapes and lines stand for',
  table: 'Every cell',
  tableNote: (directions: readonly { readonly initials: string; readonly name: string }[]) =>
    `A cell is a dimension at a precision in pools of one size. ${directions
      .map(({ initials, name }) => `${initials} is ${name}`)
      .join(', ')}.`,
  unfinished: (computed: number, planned: number) =>
    `The run was stopped or failed: ${count(computed)} of ${counted(planned, 'cell')} were computed.`,
  caveats: 'To be known before reading on',
  leftOut: (items: number) => `${count(items)} left out of this run, never replaced`,
  more: (items: number) => `… and ${count(items)} more, which experiment_results.json lists.`,
  protocol: 'How the numbers are computed',
  choices: 'What was chosen',
  facts: 'What was run',
  footer: (version: string) =>
    `Written by the cross-modal retrieval lab ${version}. This file holds no script and loads nothing.`,
};
