import { OVERLAID_DASHES, outlineOf } from '../../report/charts/encoding';
import { COMPARE } from './texts';

/** What tells run A from run B in charts: the items of a legend. */
export function RunMarks({ names }: { readonly names: readonly [a: string, b: string] }) {
  return (['a', 'b'] as const).map((run, i) => (
    <li key={run} data-testid={`mark-of-${run}`}>
      <svg width="34" height="14" viewBox="0 0 34 14" aria-hidden="true">
        <path d="M1 7H33" stroke="var(--ink)" strokeWidth="1.75" strokeDasharray={OVERLAID_DASHES[run]} />
        <path
          d={outlineOf({ dim: 512, projection: 'none' })}
          transform={`translate(17 7) scale(${run === 'a' ? 1 : 1.5})`}
          fill={run === 'a' ? 'var(--ink)' : 'none'}
          stroke="var(--ink)"
        />
      </svg>
      <span data-figure-text="">{COMPARE.mark(run.toUpperCase(), names[i])}</span>
    </li>
  ));
}
