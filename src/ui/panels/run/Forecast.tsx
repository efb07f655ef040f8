import { latestRun } from '../../../state/lab-state';
import { useLab } from '../../../state/use-lab';
import { forecast } from '../../../sweep/plan/fit/forecast';
import type { KnownInput } from '../../../sweep/plan/fit/known-input';
import { secondsAt } from '../../../state/pace/pace';
import { useExpected } from './use-pace';
import text from '../../primitives/text.module.css';
import { RUN } from '../texts';

/** What a run with the current choices will do of what is known of its input, and what it will leave out, unless the latest run has said so. */
export function Forecast({ known }: { readonly known: Partial<KnownInput> }) {
  const sweep = useLab((state) => state.choices.sweep);
  const expected = useExpected(known);
  const said = useLab((state) => latestRun(state).caveats);
  const coming = forecast(sweep, known);
  return (
    <span className={text.why} data-testid="forecast">
      {typeof coming === 'string' ? coming : RUN.forecast(coming, said)}
      {expected && (
        <>
          <br />
          {RUN.takes(secondsAt(expected.pace, expected.amount), expected.isOwn)}
        </>
      )}
    </span>
  );
}
