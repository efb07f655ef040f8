import type { Direction } from '../../protocol/direction';
import { DASHES } from '../../report/charts/encoding';

/** The line of a direction, as legends show it. */
export const DirectionMark = ({ direction }: { readonly direction: Direction }) => (
  <svg width="22" height="8" aria-hidden="true">
    <path d="M1 4H21" stroke="var(--muted)" strokeWidth="2" strokeDasharray={DASHES[direction]} />
  </svg>
);

/** The line of chance, as legends show it. */
export const ChanceMark = () => (
  <svg width="22" height="8" aria-hidden="true">
    <path d="M2 4H21" stroke="var(--chance)" strokeWidth="2" strokeDasharray="1 4" strokeLinecap="round" />
  </svg>
);
