import { knownInput } from '../../../state/known-input';
import { useLab } from '../../../state/use-lab';
import { forecast } from '../../../sweep/plan/fit/forecast';
import text from '../../primitives/text.module.css';
import { RUN } from '../texts';

/** What a run with the current choices will do, and what it will leave out as far as that is known. */
export function RunForecast() {
  const choices = useLab((state) => state.choices);
  const inspection = useLab((state) => state.inspection);
  const vectorArrays = useLab((state) => state.vectorArrays);
  const coming = forecast(choices.sweep, knownInput({ choices, inspection, vectorArrays }));
  return (
    <span className={text.why} data-testid="forecast">
      {typeof coming === 'string' ? coming : RUN.forecast(coming)}
    </span>
  );
}
