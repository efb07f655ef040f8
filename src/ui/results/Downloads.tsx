import { useState } from 'react';
import { messageOf } from '../../lib/errors';
import { dataExports, type ExportFile } from '../../state/exports';
import { notify } from '../../state/store';
import { useLab } from '../../state/use-lab';
import type { ResultRow } from '../../sweep/results/result';
import { useBaseline } from '../charts/baseline';
import { figureExports } from '../charts/figures/figure-files';
import { saveFile } from '../primitives/save-file';
import text from '../primitives/text.module.css';
import { reportExport } from '../report/report-file';
import styles from './Downloads.module.css';
import { DOWNLOADS } from './texts';

/**
 * The files of a run, made when asked for. Report and pictures show the rows as they are compared on screen, the others as they were
 * measured.
 */
export function Downloads({ rows }: { readonly rows: readonly ResultRow[] }) {
  const baseline = useBaseline();
  const run = useLab((state) => state.run);
  const evidence = useLab((state) => state.evidence);
  const [making, setMaking] = useState<string | null>(null);
  async function save(file: ExportFile) {
    setMaking(file.name);
    try {
      saveFile(file.name, await file.make());
    } catch (error) {
      notify(DOWNLOADS.failed(file.name, messageOf(error)));
    } finally {
      setMaking(null);
    }
  }
  const compared = { ...run, rows };
  const files = [
    ...reportExport(compared, baseline),
    ...dataExports({ run, evidence }),
    ...figureExports(compared, baseline.inWords),
  ];
  return (
    <section
      className={styles.downloads}
      data-testid="downloads"
      data-part="downloads"
      aria-label={DOWNLOADS.heading}
    >
      <h3>{DOWNLOADS.heading}</h3>
      {run.record?.opened && <p className={text.why}>{DOWNLOADS.opened}</p>}
      {files.map((file) => (
        <button key={file.name} type="button" disabled={making !== null} onClick={() => void save(file)}>
          {file.name}
        </button>
      ))}
    </section>
  );
}
