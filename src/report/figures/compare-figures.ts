import { DIRECTIONS } from '../../protocol/direction';
import { directionName, TEXT_AND_IMAGE } from '../../protocol/side-names';
import { count, counted, percent } from '../formats/format';
import { points } from '../formats/points';
import { poolInWords } from '../formats/pools';
import { spaceInWords } from '../formats/spaces';
import { figuresOf, orderedCells, type MeasuredRun } from './figures';
import { MOST_CELLS, RECALL_STEPS, type Figures } from './figures-of-link';

/** How the numbers of a run stand to those that a link carries. */
export interface LinkVerdict {
  readonly same: boolean;
  /** What differs or is not known, a sentence each; the numbers last. */
  readonly remarks: readonly string[];
}

/** Compares a run with the figures of the run that a link was made from. */
export function compareFigures(linked: Figures, run: MeasuredRun): LinkVerdict {
  const own = figuresOf(run);
  const numbers = numbersApart(linked, own, run);
  const inputs = inputsApart(linked, own);
  return { same: numbers === null, remarks: numbers === null ? inputs : [...inputs, numbers] };
}

/** What the two runs had differently before anything was measured. */
function inputsApart(linked: Figures, own: Figures): string[] {
  const differ = (what: string, a: string | null, b: string | null) =>
    a === b ? [] : [`Another ${what}: ${b ?? 'none'} here, ${a ?? 'none'} in the link.`];
  return [
    ...dataApart(linked, own),
    ...differ('model', linked.model, own.model),
    ...differ('device', linked.device, own.device),
    ...differ('version of this page', linked.version, own.version),
  ];
}

function dataApart({ data, vectors }: Figures, own: Figures): string[] {
  if (data !== null && own.data !== null && data !== own.data) {
    return [`Other data: its fingerprint begins with ${own.data} here, with ${data} in the link.`];
  }
  const isKnown = data !== null && own.data !== null;
  if (vectors === null || own.vectors === null || vectors === own.vectors) {
    return isKnown || vectors === own.vectors
      ? []
      : ['Whether the data is the same is not known: one of the two runs has no fingerprint.'];
  }
  return [`Other vectors${isKnown ? ' of the same data' : ''}: not every bit of them is as in the link.`];
}

/** What of the numbers differs, and by how much; null where nothing does. */
function numbersApart(linked: Figures, own: Figures, { record, rows }: MeasuredRun): string | null {
  if (linked.k !== own.k || linked.cells !== own.cells || linked.layout !== own.layout) {
    return `The link has figures of ${counted(linked.cells, 'cell')} at K = ${linked.k}, and this run has others: ${counted(own.cells, 'cell')} at K = ${own.k}. They cannot be compared.`;
  }
  const apart = own.recalls.map((recall, i) => recall - linked.recalls[i]);
  const differing = new Set(apart.flatMap((by, i) => (by === 0 ? [] : [Math.floor(i / DIRECTIONS.length)])));
  const compared = Math.min(own.cells, MOST_CELLS);
  if (differing.size === 0) {
    if (linked.digest === own.digest) return null;
    return `Recall@${own.k} is the same in ${compared === own.cells ? 'every cell' : `the ${count(compared)} cells that the link has`}; other figures differ.`;
  }
  const most = apart.reduce((worst, by, i) => (Math.abs(by) > Math.abs(apart[worst]) ? i : worst), 0);
  const row = orderedCells(rows)[Math.floor(most / DIRECTIONS.length)];
  const direction = directionName(record.data.sides ?? TEXT_AND_IMAGE, DIRECTIONS[most % DIRECTIONS.length]);
  const [here, there] = [own.recalls[most], linked.recalls[most]].map((steps) => steps / RECALL_STEPS);
  return `Recall@${own.k} differs in ${count(differing.size)} of ${counted(compared, 'cell')}, most for ${spaceInWords(row)} at ${row.precision} in ${poolInWords(row)}, ${direction}: ${percent(here)} here, ${percent(there)} in the link (${points(here - there)} points).`;
}
