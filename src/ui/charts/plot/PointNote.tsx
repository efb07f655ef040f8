import { DefaultZIndexes, ZIndexLayer } from 'recharts';
import type { Box } from '../../../report/charts/labels/place-labels';
import type { ReadPoint } from '../../../report/charts/pointing/read-point';
import styles from './PointReader.module.css';

interface PointNoteProps {
  readonly points: readonly ReadPoint[];
  readonly area: Box;
}

/** Pixels from a point to its note. */
const AWAY = 12;

/** What the points say, beside the first of them, on the side where there is more room, above all else. */
export function PointNote({ points: [first, ...beside], area }: PointNoteProps) {
  const isRight = first.x < area.x + area.width / 2;
  const isBelow = first.y < area.y + area.height / 2;
  const x = isRight ? first.x + AWAY : area.x;
  const y = isBelow ? first.y : area.y;
  const width = isRight ? area.x + area.width - x : first.x - AWAY - area.x;
  const height = isBelow ? area.y + area.height - y : first.y - area.y;
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      <circle cx={first.x} cy={first.y} r={8} fill="none" stroke="var(--ink)" strokeWidth={1.5} />
      <foreignObject
        x={x}
        y={y}
        width={Math.max(0, width)}
        height={Math.max(0, height)}
        className={styles.place}
      >
        <div className={styles.around} data-right={isRight} data-below={isBelow}>
          <div className={styles.note} data-testid="chart-note">
            {[first, ...beside].map(({ key, name, text }) => (
              <p key={key}>
                <strong>{name}</strong> {text}
              </p>
            ))}
          </div>
        </div>
      </foreignObject>
    </ZIndexLayer>
  );
}
