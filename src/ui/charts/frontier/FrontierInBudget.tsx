import type { BytesPoint } from '../../../report/charts/quality-point';
import { useLab } from '../../../state/use-lab';
import { BudgetLine } from './BudgetLine';
import { Frontier } from './Frontier';
import type { QualityProps } from './QualityPlot';

/** The front over bytes, with the line of those that a vector may take. */
export function FrontierInBudget(props: Omit<QualityProps<BytesPoint>, 'lineAt' | 'children'>) {
  const budget = useLab((state) => state.shown.budget);
  return (
    <Frontier {...props} lineAt={budget}>
      <BudgetLine budget={budget} />
    </Frontier>
  );
}
