import type { Measure } from '../../report/charts/measure';
import { changeShown } from '../../state/store';
import { InlineSelect } from '../primitives/InlineSelect';
import { VIEW } from './texts';

interface MeasureChoiceProps {
  /** Those that the rows hold, with the one that is shown. */
  readonly measures: readonly Measure[];
  readonly value: Measure;
}

/** What stands on the axis of quality of the charts. */
export function MeasureChoice({ measures, value }: MeasureChoiceProps) {
  return (
    <InlineSelect
      label={VIEW.measure}
      options={measures.map(({ name, label }) => [name, label] as const)}
      value={value.name}
      onChange={(measure) => changeShown({ measure })}
    />
  );
}
