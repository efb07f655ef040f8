import { useState } from 'react';
import text from '../../primitives/text.module.css';
import { MeasureWidth } from '../MeasureWidth';
import styles from './ChartFrame.module.css';
import { ChartTools } from './ChartTools';
import { EnlargedChart } from './EnlargedChart';
import type { FramedChart } from './framed-chart';

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
