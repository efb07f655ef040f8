import type { ReactNode } from 'react';
import type { Direction } from '../../protocol/direction';
import { directionName } from '../../protocol/side-names';
import type { Precision } from '../../protocol/sweep-config';
import type { Emphasis } from '../../report/charts/emphasis';
import { colourOf, outlineOf } from '../../report/charts/encoding';
import { spaceInWords } from '../../report/formats/spaces';
import { spaceKey, type Space } from '../../sweep/plan/spaces';
import { DominatedEntry } from './DominatedEntry';
import { useEmphasis } from './emphasis';
import styles from './SeriesLegend.module.css';
import { ChanceMark, DirectionMark } from './LegendMarks';
import { useSideNames } from './side-names';
import { LEGEND } from './texts';

interface SeriesLegendProps {
  readonly spaces: readonly Space[];
  readonly precisions: readonly Precision[];
  readonly directions: readonly Direction[];
  /** Whether any chart draws the level of chance. */
  readonly chance: boolean;
  /** The precisions, and the keys of spaces, that are hidden. */
  readonly hidden: ReadonlySet<string>;
  onToggle(name: string): void;
}

/** What colour, shape and dash stand for. An entry hides what it stands for and shows it again; pointed at, the others fade. */
export function SeriesLegend(props: SeriesLegendProps) {
  const { spaces, precisions, directions, chance, hidden, onToggle } = props;
  const sides = useSideNames();
  return (
    <ul className={styles.legend} aria-label={LEGEND.label}>
      {precisions.map((precision) => (
        <Entry
          key={precision}
          {...{ hidden, onToggle }}
          name={precision}
          text={precision}
          emphasis={{ precision }}
        >
          <rect x="-7" y="-5" width="14" height="10" rx="2" fill={colourOf(precision)} />
        </Entry>
      ))}
      {spaces.map((space) => (
        <Entry
          key={spaceKey(space)}
          {...{ hidden, onToggle }}
          name={spaceKey(space)}
          text={spaceInWords(space)}
          emphasis={{ space: spaceKey(space) }}
        >
          <path d={outlineOf(space)} fill="var(--ink)" fillRule="evenodd" />
        </Entry>
      ))}
      {directions.length > 1 &&
        directions.map((direction) => (
          <li key={direction} className={styles.line}>
            <DirectionMark direction={direction} />
            {directionName(sides, direction)}
          </li>
        ))}
      {chance && (
        <li className={styles.line}>
          <ChanceMark />
          {LEGEND.chance}
        </li>
      )}
      <DominatedEntry className={styles.line} />
    </ul>
  );
}

interface EntryProps {
  readonly name: string;
  readonly text: string;
  readonly emphasis: Emphasis;
  readonly hidden: ReadonlySet<string>;
  onToggle(name: string): void;
  readonly children: ReactNode;
}

function Entry({ name, text, emphasis, hidden, onToggle, children }: EntryProps) {
  const { point } = useEmphasis();
  const isShown = !hidden.has(name);
  const [enter, leave] = [() => point(isShown ? emphasis : null), () => point(null)];
  return (
    <li>
      <button
        type="button"
        aria-pressed={isShown}
        onClick={() => {
          point(null);
          onToggle(name);
        }}
        onPointerEnter={enter}
        onPointerLeave={leave}
        onFocus={enter}
        onBlur={leave}
      >
        <svg width="14" height="12" viewBox="-7 -6 14 12" aria-hidden="true">
          {children}
        </svg>
        {text}
      </button>
    </li>
  );
}
