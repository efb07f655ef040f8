import { count, counted } from '../formats/format';

/** What a reader of opened results must know. */

const SHOWN = 5;

export const OPENED = {
  reference:
    'These results are of the reference pipeline. Each query was ranked in one random pool, so the numbers vary with the draw. ' +
    'Its int8 and int4 are called reference-int8 and reference-int4 here, because the lab has other quantisers of those names. Its ' +
    'MRR is MRR@K of its largest K. Bytes follow from its megabytes of the text vectors, and its times include drawing the pools.',
  recordUnreadable:
    'What the file says of the run (data, model, choices) cannot be read by this version of the page; only its rows are shown.',
  noRecord: 'The file has rows alone: it does not say what data, model and choices they were measured with.',
  failed: (cells: readonly string[]) =>
    `${counted(cells.length, 'cell')} could not be measured when the file was made: ${cells.slice(0, SHOWN).join(', ')}` +
    `${cells.length > SHOWN ? ` and ${count(cells.length - SHOWN)} more` : ''}.`,
  repeated: (rows: number) =>
    `${counted(rows, 'cell')} left out: pools larger than the gallery are the whole gallery, which is shown once.`,
  missing: (parts: readonly string[]) =>
    `The file does not have: ${parts.join(', ')}. A dash stands for each of them.`,
  noResults: (file: string) =>
    `${file} holds no results that can be read: expected are experiment_results.json or detailed_results.csv, of this page or of ` +
    'the reference, with t2v_recall@10 and the like.',
};
