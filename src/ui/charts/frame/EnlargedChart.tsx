import { useEffect, useRef } from 'react';
import { Emphasised } from '../Emphasised';
import { MeasureWidth } from '../MeasureWidth';
import styles from './ChartFrame.module.css';
import { type FramedChart, OWN_SIZE } from './framed-chart';
import { FRAME } from './texts';

/** Of the window's height, what a chart takes. */
const SHARE = 0.68;

/** A chart as large as the window; Escape or the button closes it. */
export function EnlargedChart({
  title,
  height,
  draw,
  legend,
  onClose,
}: FramedChart & { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current!.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.enlarged} aria-label={title} onClose={onClose}>
      <div className={styles.head}>
        <h3>{title}</h3>
        <button type="button" onClick={() => dialog.current!.close()}>
          {FRAME.close}
        </button>
      </div>
      <Emphasised>
        {height === null ? (
          draw(OWN_SIZE)
        ) : (
          <MeasureWidth
            height={(width) =>
              Math.max(typeof height === 'number' ? height : height(width), Math.round(SHARE * innerHeight))
            }
          >
            {draw}
          </MeasureWidth>
        )}
        {legend}
      </Emphasised>
    </dialog>
  );
}
