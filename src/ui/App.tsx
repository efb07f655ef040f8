import { lazy, useEffect, useState } from 'react';
import { filesOfDrop } from '../dataset/files-of-drop';
import { giveFiles } from '../state/files/give-files';
import { runSelfTest } from '../state/run-controller';
import { useLab } from '../state/use-lab';
import styles from './App.module.css';
import { ChoicesSheet } from './ChoicesSheet';
import { Header } from './Header';
import { Notices } from './Notices';
import { DataPanel } from './panels/DataPanel';
import { ModelPanel } from './panels/model/ModelPanel';
import { ProtocolPanel } from './panels/ProtocolPanel';
import { RunPanel } from './panels/run/RunPanel';
import { Part } from './primitives/Part';
import { Results } from './results/Results';
import { idle } from './primitives/when-idle';
import { RunStatus } from './RunStatus';
import { SkipLinks } from './SkipLinks';
import { PAGE } from './texts';
import { UnfinishedRuns } from './UnfinishedRuns';

const HostNotes = lazy(() =>
  idle()
    .then(() => import('./host/HostNotes'))
    .then((file) => ({ default: file.HostNotes })),
);

const StoragePanel = lazy(() =>
  idle()
    .then(() => import('./panels/storage/StoragePanel'))
    .then((file) => ({ default: file.StoragePanel })),
);

/** One screen: choices on the left, results on the right; files may be dropped anywhere. */
export function App() {
  const dragging = useDrop((files) => void files.then(giveFiles));
  const selfTest = useLab((state) => state.selfTest);
  return (
    <div className={dragging ? styles.dragging : undefined}>
      <SkipLinks />
      <Header />
      <RunStatus />
      <Notices />
      <Part meanwhile={null}>
        <HostNotes />
      </Part>
      <UnfinishedRuns />
      <main className={styles.main}>
        <aside className={styles.choices} aria-label={PAGE.choices}>
          <RunPanel />
          <ChoicesSheet>
            <DataPanel />
            <ModelPanel />
            <ProtocolPanel />
          </ChoicesSheet>
        </aside>
        <div className={styles.results} data-part="results">
          <Results
            selfTest={{
              selfTest: selfTest.result,
              running: selfTest.running,
              onRun: () => void runSelfTest(),
            }}
          />
          <Part meanwhile={null}>
            <StoragePanel />
          </Part>
        </div>
      </main>
      <footer className={styles.footer}>
        <a href="licences.txt" target="_blank" rel="noopener">
          {PAGE.licences}
        </a>
      </footer>
      {dragging && <p className={styles.dropHint}>{PAGE.dropHere}</p>}
    </div>
  );
}

/** Watches the whole page for dropped files that no part of it has taken; true while something is dragged over it. */
function useDrop(onDrop: (files: Promise<File[]>) => void): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault();
      setDragging(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      const isTaken = event.defaultPrevented;
      event.preventDefault();
      setDragging(false);
      if (event.dataTransfer && !isTaken) onDrop(filesOfDrop(event.dataTransfer));
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  });
  return dragging;
}
