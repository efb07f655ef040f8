import { LABEL } from '../../../report/charts/chart-style';
import { bytes } from '../../../report/formats/format';
import { useScales } from '../plot/use-scales';
import { FRONTIER } from '../texts';

/** The bytes that a vector may take, where they lie in the plot: what is right of the line costs more. */
export function BudgetLine({ budget }: { readonly budget: number }) {
  const scales = useScales();
  if (!scales) return null;
  const { area } = scales;
  const x = scales.x(budget);
  const right = area.x + area.width;
  if (!(x > area.x && x < right)) return null;
  const isLeft = x > area.x + area.width / 2;
  return (
    <g data-testid="budget-line">
      <rect x={x} y={area.y} width={right - x} height={area.height} fill="var(--grid)" fillOpacity={0.5} />
      <path d={`M${x} ${area.y}V${area.y + area.height}`} stroke="var(--accent)" strokeWidth={1.5} />
      <text
        x={x + (isLeft ? -5 : 5)}
        y={area.y - 4}
        textAnchor={isLeft ? 'end' : 'start'}
        {...LABEL}
        fontSize={11}
        fill="var(--accent)"
      >
        {FRONTIER.budget(bytes(budget))}
      </text>
    </g>
  );
}
