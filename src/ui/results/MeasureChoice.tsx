import { useId } from 'react';
import type { Measure } from '../../report/charts/measure';
import { changeShown } from '../../state/store';
import styles from './baseline/BaselineChoice.module.css';
import { VIEW } from './texts';

interface MeasureChoiceProps {
  /** Those that the rows hold. */
  readonly measures: readonly Measure[];
  readonly value: Measure;
}

/** What stands on the axis of quality of the charts. */
export function MeasureChoice({ measures, value }: MeasureChoiceProps) {
  const id = useId();
  if (measures.length < 2) return null;
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{VIEW.measure}</label>
      <select
        id={id}
        value={value.name}
        onChange={(event) =>
          changeShown({ measure: measures.find(({ name }) => name === event.target.value)!.name })
        }
      >
        {measures.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
