import { useId, useState } from 'react';
import { changeShown } from '../../../state/store';
import text from '../../primitives/text.module.css';
import styles from './Chooser.module.css';
import { CHOOSE } from './texts';

/** Steps of the slider, from the smallest cell to the largest. */
const STEPS = 120;
const MOST = 99_999_999;

interface BudgetFieldProps {
  readonly budget: number;
}

/** How many bytes a vector may take, as a number in a sentence; what is no number is said to be none. */
export function BudgetField({ budget }: BudgetFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const isWrong = draft !== null && budgetOf(draft) === null;
  return (
    <>
      <p>
        {CHOOSE.before}{' '}
        <input
          className={styles.number}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          aria-label={CHOOSE.field}
          value={draft ?? budget}
          size={Math.max(3, String(draft ?? budget).length)}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? id : undefined}
          onChange={({ target: { value } }) => {
            setDraft(value);
            const read = budgetOf(value);
            if (read !== null) changeShown({ budget: read });
          }}
          onBlur={() => setDraft(null)}
        />{' '}
        {CHOOSE.after}
      </p>
      {isWrong && (
        <p id={id} role="alert" className={`${text.error} ${styles.wrong}`}>
          {CHOOSE.notBytes}
        </p>
      )}
    </>
  );
}

function budgetOf(text: string): number | null {
  const digits = text.replace(/[\s,.\u202f]/g, '');
  if (!/^\d{1,8}$/.test(digits)) return null;
  const bytes = Number(digits);
  return bytes >= 1 && bytes <= MOST ? bytes : null;
}

interface BudgetSliderProps extends BudgetFieldProps {
  /** Bytes of every cell, some of them several times. */
  readonly sizes: readonly number[];
}

/** The same on a logarithmic scale over the cells there are, each a tick. */
export function BudgetSlider({ budget, sizes }: BudgetSliderProps) {
  const id = useId();
  const known = [...new Set(sizes.map(Math.ceil))].sort((a, b) => a - b);
  const [low, high] = [known[0] ?? 1, known.at(-1) ?? 1];
  const isFlat = low === high;
  const placeOf = (bytes: number) =>
    isFlat ? 0 : Math.min(1, Math.max(0, Math.log(bytes / low) / Math.log(high / low)));
  const bytesAt = (step: number) => Math.round(low * (high / low) ** (step / STEPS));
  return (
    <div className={styles.slider}>
      <input
        id={id}
        type="range"
        min={0}
        max={STEPS}
        step={1}
        disabled={isFlat}
        aria-label={CHOOSE.slider}
        aria-valuetext={`${budget} bytes`}
        value={Math.round(STEPS * placeOf(budget))}
        onChange={({ target }) => changeShown({ budget: bytesAt(Number(target.value)) })}
      />
      <div className={styles.ticks} aria-hidden="true">
        {known.map((bytes) => (
          <i key={bytes} style={{ left: `${100 * placeOf(bytes)}%` }} />
        ))}
      </div>
    </div>
  );
}
