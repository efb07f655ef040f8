import { messageOf } from '../../../lib/errors';
import { useLab } from '../../../state/use-lab';
import { saveFile } from '../../primitives/save-file';
import { rasterise } from '../figures/rasterise';
import { useSideNames } from '../side-names';
import { chartSvg } from './chart-picture';
import styles from './ChartFrame.module.css';
import type { FramedChart } from './framed-chart';
import { FRAME } from './texts';
import { useSaid } from './use-said';

/** What can be done with a chart: enlarge it, copy it as a picture, save it or its numbers; and for a while what became of that. */
export function ChartTools({ onEnlarge, ...chart }: FramedChart & { readonly onEnlarge: () => void }) {
  const { name, title, csv } = chart;
  const sides = useSideNames();
  const [said, say] = useSaid();
  const record = useLab((state) => state.run.record);
  const svg = () => chartSvg(chart, sides, chart.isOfRun === false ? null : record);
  const png = async () => rasterise(await svg());
  const kinds = {
    PNG: png,
    SVG: async () => new Blob([await svg()], { type: 'image/svg+xml' }),
    CSV: () => Promise.resolve(new Blob([csv()], { type: 'text/csv' })),
  };
  const save = async (kind: keyof typeof kinds) => {
    try {
      saveFile(`${name}.${kind.toLowerCase()}`, await kinds[kind]());
    } catch (error) {
      say(FRAME.failed(kind, messageOf(error)));
    }
  };
  const copy = async () => {
    try {
      // A promise, because some browsers allow the clipboard only while they handle the click.
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png() })]);
      say(FRAME.copied);
    } catch {
      // A page over plain http has no clipboard, and a person may forbid it.
      say(FRAME.notCopied);
    }
  };
  const tool = (label: string, act: () => void) => (
    <button key={label} type="button" aria-label={FRAME.named(label, title)} onClick={act}>
      {label}
    </button>
  );
  return (
    <>
      <div className={styles.tools} role="group" aria-label={FRAME.tools(title)}>
        {tool(FRAME.enlarge, onEnlarge)}
        {tool(FRAME.copy, () => void copy())}
        {(Object.keys(kinds) as (keyof typeof kinds)[]).map((kind) => tool(kind, () => void save(kind)))}
      </div>
      <div className={styles.said} role="status">
        {said && <span>{said}</span>}
      </div>
    </>
  );
}
