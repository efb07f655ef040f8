import type { RunRecord } from '../../../protocol/run-record';
import { FIGURE_TEXT } from '../texts';

/** What was measured, at the head of an exported figure. */
export function FigureTitle({
  record: { data, sweep },
}: {
  readonly record: Pick<RunRecord, 'data' | 'sweep'>;
}) {
  return (
    <h2>
      <span data-figure-text="">
        {FIGURE_TEXT.title(data.label, data.samples, data.sides?.image, sweep.pools)}
      </span>
    </h2>
  );
}
