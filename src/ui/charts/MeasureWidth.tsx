import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { ChartSize } from '../../report/charts/chart-style';

interface SizedProps {
  /** Pixels, or how many at a width; at a width of 0 before it is known. */
  readonly height: number | ((width: number) => number);
  children(size: ChartSize): ReactNode;
}

/** Gives its children the width at hand, and again when it changes. The place is kept free from the start. */
export function MeasureWidth({ height, children }: SizedProps) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(box.current!);
    return () => observer.disconnect();
  }, []);
  const pixels = typeof height === 'number' ? height : height(width);
  return (
    <div ref={box} style={{ height: pixels }}>
      {width > 0 && children({ width, height: pixels })}
    </div>
  );
}
