import type { ReactNode } from 'react';
import type { Direction } from '../../protocol/direction';
import { directionName } from '../../protocol/side-names';
import type { Precision } from '../../protocol/sweep-config';
import { colourOf, outlineOf } from '../../report/charts/encoding';
import { compareSpaces, spaceInWords } from '../../report/formats/spaces';
import { spaceKey, type Space } from '../../sweep/plan/spaces';
import styles from './Legend.module.css';
import { ChanceMark, DirectionMark } from './LegendMarks';
import { useSideNames } from './side-names';
import { LEGEND } from './texts';

interface LegendProps {
  readonly spaces: readonly Space[];
  readonly precisions: readonly Precision[];
  readonly directions: readonly Direction[];
  /** Whether the level of chance is drawn. */
  readonly chance: boolean;
  /** More items, at the end. */
  readonly children?: ReactNode;
}

/** What colour, shape and dash stand for. */
export function Legend({ spaces, precisions, directions, chance, children }: LegendProps) {
  const sides = useSideNames();
  return (
    <ul className={styles.legend} aria-label={LEGEND.label}>
      {precisions.map((precision) => (
        <li key={precision}>
          <svg width="14" height="10" aria-hidden="true">
            <rect width="14" height="10" rx="2" fill={colourOf(precision)} />
          </svg>
          <span data-figure-text="">{precision}</span>
        </li>
      ))}
      {[...spaces].sort(compareSpaces).map((space) => (
        <li key={spaceKey(space)}>
          <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
            <path d={outlineOf(space)} fill="var(--muted)" fillRule="evenodd" />
          </svg>
          <span data-figure-text="">{spaceInWords(space)}</span>
        </li>
      ))}
      {directions.map((direction) => (
        <li key={direction}>
          <DirectionMark direction={direction} />
          <span data-figure-text="">{directionName(sides, direction)}</span>
        </li>
      ))}
      {chance && (
        <li>
          <ChanceMark />
          <span data-figure-text="">{LEGEND.chance}</span>
        </li>
      )}
      {children}
    </ul>
  );
}
