import type { RunRecord } from '../../protocol/run-record';

/** What was measured, at the head of an exported figure. */
export function FigureTitle({
  record: { data, sweep },
}: {
  readonly record: Pick<RunRecord, 'data' | 'sweep'>;
}) {
  return (
    <h2>
      <span data-figure-text="">{`${data.label} · ${data.samples} pairs · ${sweep.pools} pools`}</span>
    </h2>
  );
}
