import { useId, useState, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import { nearest, TOUCH_REACH } from '../../../report/charts/pointing/nearest';
import type { ReadPoint } from '../../../report/charts/pointing/read-point';
import { useEmphasis } from '../emphasis';
import { PLOT } from '../texts';
import styles from './PointReader.module.css';
import { PointNote } from './PointNote';
import { useScales } from './use-scales';

/**
 * Names the point under the pointer and its neighbours. What a finger taps stays named until the next tap elsewhere; with the keyboard, arrows
 * go from point to point.
 */
export function PointReader({ points }: { readonly points: readonly ReadPoint[] }) {
  const scales = useScales();
  const { point } = useEmphasis();
  const [read, setRead] = useState<readonly ReadPoint[]>([]);
  const id = useId();
  if (!scales || points.length === 0) return null;
  const { area } = scales;
  const place = points.findIndex(({ key }) => key === read[0]?.key);
  const show = (found: readonly ReadPoint[]) => {
    if (found.map(({ key }) => key).join() === read.map(({ key }) => key).join()) return;
    setRead(found);
    point(found[0]?.emphasis ?? null);
  };
  const readAt = (event: MouseEvent<SVGRectElement>, reach?: number) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = { x: area.x + event.clientX - box.left, y: area.y + event.clientY - box.top };
    show(nearest(points, at, reach));
  };
  const onKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    show(step === null ? [] : [points[(Math.max(0, place) + step + points.length) % points.length]]);
  };
  return (
    <g className={styles.reader}>
      <rect
        {...area}
        fill="none"
        pointerEvents="all"
        role="slider"
        tabIndex={0}
        aria-label={PLOT.points}
        aria-valuemin={1}
        aria-valuemax={points.length}
        aria-valuenow={Math.max(0, place) + 1}
        aria-valuetext={read.map(({ name, text }) => `${name}: ${text}`).join('; ') || PLOT.none}
        aria-describedby={id}
        onPointerMove={(event) => !isTouch(event) && readAt(event)}
        onPointerLeave={(event) => !isTouch(event) && show([])}
        onClick={(event) => readAt(event, TOUCH_REACH)}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && show([points[0]])}
        onBlur={() => show([])}
        onKeyDown={onKey}
      />
      <desc id={id}>{PLOT.keys}</desc>
      {read.length > 0 && <PointNote points={read} area={area} />}
    </g>
  );
}

/** A finger moves to scroll the page, and leaves as soon as it has tapped. */
const isTouch = ({ pointerType }: PointerEvent): boolean => pointerType === 'touch';

/** By how many points a key goes on; Escape leaves. */
const STEPS: Readonly<Record<string, number | null>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Escape: null,
};
