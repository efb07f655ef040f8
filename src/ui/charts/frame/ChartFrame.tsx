import { useState, type ReactNode } from 'react';
import text from '../../primitives/text.module.css';
import { MeasureWidth } from '../MeasureWidth';
import styles from './ChartFrame.module.css';
import { ChartTools } from './ChartTools';
import { EnlargedChart } from './EnlargedChart';
import { InTurn, PartsInTurn } from './InTurn';
import { type FramedChart, OWN_SIZE } from './framed-chart';

interface ChartFrameProps extends FramedChart {
  readonly testId?: string;
  /** What is chosen above the chart, and said below it. */
  readonly above?: ReactNode;
  readonly below?: ReactNode;
}

/** A chart below its title, which can be enlarged, copied and saved. */
export function ChartFrame({ testId, above, below, ...framed }: ChartFrameProps) {
  const { title, sentence, height, draw } = framed;
  const [isEnlarged, setEnlarged] = useState(false);
  return (
    <figure className={styles.frame} data-testid={testId ?? 'chart'} data-chart={framed.name}>
      <figcaption>{title}</figcaption>
      <ChartTools {...framed} onEnlarge={() => setEnlarged(true)} />
      {sentence && <p className={text.visuallyHidden}>{sentence}</p>}
      {above}
      {height === null ? (
        <div>{draw(OWN_SIZE)}</div>
      ) : (
        <PartsInTurn value>
          <MeasureWidth height={height}>{(size) => <InTurn>{draw(size)}</InTurn>}</MeasureWidth>
        </PartsInTurn>
      )}
      {below}
      {isEnlarged && <EnlargedChart {...framed} onClose={() => setEnlarged(false)} />}
    </figure>
  );
}
