import { useId, useState, type ReactNode } from 'react';
import type { OptionName, OPTIONS } from '../../protocol/choices';
import { isCardOpen, rememberCard } from '../../state/open-cards';
import styles from './ChoiceCard.module.css';
import panel from './panel.module.css';
import { OPTION } from './texts';
import { useChanged } from './use-changed';

interface ChoiceCardProps {
  /** By which it is remembered whether it is open. */
  readonly name: string;
  readonly step: number;
  readonly heading: string;
  /** The options in it. */
  readonly of: Partial<typeof OPTIONS>;
  /** What is chosen, in a line. */
  readonly brief: string;
  /** Whether something in it must be seen: it then opens by itself. */
  readonly needed?: boolean;
  readonly children: ReactNode;
}

/** A group of choices that reads as one line and opens to be changed. */
export function ChoiceCard({ name, step, heading, of, brief, needed = false, children }: ChoiceCardProps) {
  const isChanged = useChanged(Object.keys(of) as OptionName[]);
  const id = useId();
  const [isOpen, setOpen] = useState(() => needed || isCardOpen(name));
  const [wasNeeded, setNeeded] = useState(needed);
  if (needed !== wasNeeded) {
    setNeeded(needed);
    setOpen(needed || isOpen);
  }
  return (
    <section className={styles.card} aria-labelledby={id} data-testid={`card-${name}`}>
      <details
        open={isOpen}
        onToggle={({ currentTarget }) => {
          setOpen(currentTarget.open);
          if (!needed) rememberCard(name, currentTarget.open);
        }}
      >
        <summary>
          <span className={panel.step} aria-hidden>
            {step}
          </span>
          <h2 id={id}>{heading}</h2>
          {isChanged && <span className={styles.changed}>{OPTION.changed}</span>}
          <span className={styles.brief} title={brief}>
            {brief}
          </span>
        </summary>
        <div className={styles.choices}>{children}</div>
      </details>
    </section>
  );
}
