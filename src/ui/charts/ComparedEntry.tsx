import { cellName } from '../../report/formats/spaces';
import { outlineOf } from '../../report/charts/encoding';
import type { Setting } from '../../sweep/plan/setting';
import { BaselineRing } from './plot/BaselineRing';
import { BASELINE_STROKE } from './pools/baseline-stroke';
import { LEGEND } from './texts';

interface ComparedEntryProps {
  readonly comparedWith: Setting;
  readonly className?: string;
}

/** What the ring around a marker and the thick line of a chart stand for, in a legend. */
export const ComparedEntry = ({ comparedWith, className }: ComparedEntryProps) => (
  <li className={className}>
    <svg width="24" height="18" viewBox="-12 -9 24 18" aria-hidden="true">
      <path d="M-12 0H12" stroke="var(--muted)" strokeWidth={BASELINE_STROKE} />
      <path d={outlineOf({ dim: 512, projection: 'none' })} fill="var(--muted)" />
      <BaselineRing x={0} y={0} />
    </svg>
    <span data-figure-text="">{LEGEND.comparedWith(cellName(comparedWith))}</span>
  </li>
);
