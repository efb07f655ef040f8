import { useState, type ReactNode } from 'react';
import type { ChartSize } from '../../../report/charts/chart-style';
import text from '../../primitives/text.module.css';
import { MeasureWidth } from '../MeasureWidth';
import styles from './ChartFrame.module.css';
import { ChartTools } from './ChartTools';
import { EnlargedChart } from './EnlargedChart';

/** A chart with what is said about it and what it is saved as. */
export interface FramedChart {
  /** Begins the names of its files. */
  readonly name: string;
  readonly title: string;
  /** What it shows, for who does not see it. */
  readonly sentence: string;
  /** What it draws, as CSV. */
  csv(): string;
  /** What its colours and shapes stand for, where it is seen alone. */
  readonly legend: ReactNode;
  /** Pixels, or how many at a width. */
  readonly height: number | ((width: number) => number);
  readonly draw: (size: ChartSize) => ReactNode;
}

/** A chart below its title, which can be enlarged, copied and saved. */
export function ChartFrame({ testId, ...framed }: FramedChart & { readonly testId?: string }) {
  const { title, sentence, height, draw } = framed;
  const [isEnlarged, setEnlarged] = useState(false);
  return (
    <figure className={styles.frame} data-testid={testId ?? 'chart'} data-chart={framed.name}>
      <figcaption>{title}</figcaption>
      <ChartTools {...framed} onEnlarge={() => setEnlarged(true)} />
      <p className={text.visuallyHidden}>{sentence}</p>
      <MeasureWidth height={height}>{draw}</MeasureWidth>
      {isEnlarged && <EnlargedChart {...framed} onClose={() => setEnlarged(false)} />}
    </figure>
  );
}
