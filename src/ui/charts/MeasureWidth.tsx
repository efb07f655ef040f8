import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { ChartSize } from '../../report/charts/chart-style';

interface SizedProps {
  readonly height: number;
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
  return (
    <div ref={box} style={{ height }}>
      {width > 0 && children({ width, height })}
    </div>
  );
}
