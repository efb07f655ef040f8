import { useMemo } from 'react';
import { BYTES } from '../../../report/charts/along';
import { bytesAxis } from '../../../report/charts/axes/bytes-axis';
import type { BytesPoint } from '../../../report/charts/quality-point';
import { FRONTIER } from '../texts';
import { QualityPlot, type QualityProps } from './QualityPlot';

/** Pixels that a tick of the axis of bytes needs. */
const TICK = 52;

/** Quality against the bytes of a stored gallery vector (logarithmic), with the front of what no other setting beats. */
export function Frontier(props: QualityProps<BytesPoint>) {
  const { points, width } = props;
  const x = useMemo(
    () =>
      bytesAxis(
        points.map(({ bytes }) => bytes),
        Math.floor(width / TICK),
      ),
    [points, width],
  );
  return <QualityPlot {...props} along={BYTES} x={x} xTitle={FRONTIER.x} />;
}
