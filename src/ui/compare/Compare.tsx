import { useState } from 'react';
import { differingChoices } from '../../state/history/differing-choices';
import type { KeptEntry } from '../../state/history/kept-entry';
import { fromFragment } from '../../state/link';
import { useLab } from '../../state/use-lab';
import { Select } from '../primitives/fields';
import text from '../primitives/text.module.css';
import styles from './Compare.module.css';
import { ComparedRuns } from './ComparedRuns';
import { COMPARE } from './texts';
import { useKeptRun } from './use-kept-run';

/** Two kept runs to choose, side by side. */
export function Compare() {
  const history = useLab((state) => state.history);
  if (history.length < 2) return <p className={text.why}>{COMPARE.few}</p>;
  return <Chosen history={history} />;
}

function Chosen({ history }: { readonly history: readonly KeptEntry[] }) {
  const [chosen, setChosen] = useState<{ readonly a?: string; readonly b?: string }>({});
  const idOf = (id: string | undefined, otherwise: KeptEntry) =>
    history.some((entry) => entry.id === id) ? id! : otherwise.id;
  const ids = { a: idOf(chosen.a, history[1]), b: idOf(chosen.b, history[0]) };
  const [a, b] = [useKeptRun(ids.a), useKeptRun(ids.b)];
  const entries = [ids.a, ids.b].map((id) => history.find((entry) => entry.id === id)!);
  const [choicesOfA, choicesOfB] = entries.map(({ fragment }) => fromFragment(fragment).choices);
  const options = history.map((entry) => [entry.id, COMPARE.run(entry)] as const);
  return (
    <section aria-label={COMPARE.label} className={styles.compare} data-testid="compare">
      <div className={styles.runs}>
        <Select
          label={COMPARE.a}
          value={ids.a}
          options={options}
          onChange={(id) => setChosen({ ...ids, a: id })}
        />
        <Select
          label={COMPARE.b}
          value={ids.b}
          options={options}
          onChange={(id) => setChosen({ ...ids, b: id })}
        />
      </div>
      <p data-testid="differing">
        {entries.some(({ opened }) => opened)
          ? COMPARE.differUnknown
          : COMPARE.differ(differingChoices(choicesOfA, choicesOfB))}
      </p>
      {a === 'gone' || b === 'gone' ? (
        <p className={text.error}>{COMPARE.gone}</p>
      ) : a && b ? (
        <ComparedRuns a={a} b={b} names={COMPARE.names(entries[0], entries[1])} />
      ) : (
        <p className={text.why}>{COMPARE.reading}</p>
      )}
    </section>
  );
}
