import { DOMINATED_OPACITY, outlineOf } from '../../report/charts/encoding';
import { LEGEND } from './texts';

/** What faint marks of a chart with a front stand for, in a legend. */
export const DominatedEntry = ({ className }: { readonly className?: string }) => (
  <li className={className}>
    <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
      <path d={outlineOf({ dim: 512, projection: 'none' })} fill="var(--muted)" opacity={DOMINATED_OPACITY} />
    </svg>
    <span data-figure-text="">{LEGEND.dominated}</span>
  </li>
);
