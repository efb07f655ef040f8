import { useEffect, useState } from 'react';
import type { StoredFile } from '../../../encoder/download/model-store';
import { messageOf } from '../../../lib/errors';
import { bytes, day } from '../../../report/formats/format';
import { notify } from '../../../state/store';
import {
  deleteEmbeddings,
  deleteFiles,
  readStored,
  requestPersistence,
  type Stored,
  type StoredModelFiles,
} from '../../../state/stored';
import { latestRun } from '../../../state/lab-state';
import { useLab } from '../../../state/use-lab';
import { Confirm } from '../../primitives/Confirm';
import text from '../../primitives/text.module.css';
import { KeptFilesLine } from './KeptFilesLine';
import { KeptRunsLine } from './KeptRunsLine';
import styles from './StoragePanel.module.css';
import { KEPT_RUNS, STORAGE } from './texts';

/** What this page stores on this device, with buttons to delete it. */
export function StoragePanel() {
  const runStatus = useLab((state) => latestRun(state).status);
  const runs = useLab((state) => state.history.length);
  const [stored, setStored] = useState<Stored | null>(null);
  const refresh = () =>
    readStored().then(setStored, (error: unknown) => notify(STORAGE.unreadable(messageOf(error))));
  useEffect(() => void refresh(), [runStatus]);
  const change = (action: () => Promise<unknown>) => {
    void action()
      .catch((error: unknown) => notify(STORAGE.failed(messageOf(error))))
      .then(refresh);
  };
  if (!stored) return null;
  const allFiles = stored.models.flatMap(({ files }) => files);
  return (
    <details className={styles.storage} data-testid="storage">
      <summary>
        <h3>{STORAGE.heading}</h3>
        <span className={text.why}>{summaryOf(stored, runs)}</span>
      </summary>
      {!stored.lasting && (
        <p className={text.caveat} data-testid="substitution">
          {STORAGE.notLasting}
        </p>
      )}
      {stored.trouble !== null && (
        <p className={text.caveat} data-testid="storage-trouble">
          {STORAGE.trouble(stored.trouble)}
        </p>
      )}
      <ul className={styles.models}>
        {stored.models.map((model) => (
          <StoredModelItem key={model.folder} model={model} change={change} />
        ))}
      </ul>
      <div className={styles.line}>
        <span>
          {stored.embeddings === 0 ? STORAGE.noEmbeddings : STORAGE.embeddings(stored.embeddings)}
          <span className={text.why}>
            {STORAGE.embeddingsWhy}
            {stored.thumbnails > 0 && STORAGE.thumbnails(stored.thumbnails)}
          </span>
          {stored.inMemory > 0 && <span className={text.why}> {STORAGE.inMemory(stored.inMemory)}</span>}
        </span>
        {stored.embeddings + stored.inMemory + stored.thumbnails > 0 && (
          <Confirm
            label={STORAGE.remove}
            about={STORAGE.removeEmbeddings.about}
            question={STORAGE.removeEmbeddings.question(stored.embeddings + stored.inMemory)}
            yes={STORAGE.removeEmbeddings.yes}
            onYes={() => change(deleteEmbeddings)}
          />
        )}
      </div>
      <KeptRunsLine />
      <KeptFilesLine />
      <div className={styles.keeping}>
        <p className={text.why}>{keepingOf(stored)}</p>
        {stored.isPersistent === false && (
          <button type="button" onClick={() => change(requestPersistence)}>
            {STORAGE.askToKeep}
          </button>
        )}
        {allFiles.length > 0 && (
          <Confirm
            label={STORAGE.removeAll}
            about={STORAGE.removeEverything.about}
            question={STORAGE.removeEverything.question(sizeOf(allFiles))}
            yes={STORAGE.removeEverything.yes}
            onYes={() =>
              change(async () => {
                await deleteFiles(allFiles);
                await deleteEmbeddings();
              })
            }
          />
        )}
      </div>
    </details>
  );
}

interface ItemProps {
  readonly model: StoredModelFiles;
  change(action: () => Promise<unknown>): void;
}

function StoredModelItem({ model: { label, folder, files }, change }: ItemProps) {
  const parts = files.filter(({ sha256 }) => sha256 === null).length;
  return (
    <li>
      <div className={styles.line}>
        <strong>{label}</strong>
        <span className={text.why}>
          {bytes(sizeOf(files))}
          {parts > 0 && `, ${STORAGE.incomplete(parts)}`}
        </span>
        <Confirm
          label={STORAGE.remove}
          about={label}
          question={STORAGE.removeModel.question(label, sizeOf(files))}
          yes={STORAGE.removeModel.yes}
          onYes={() => change(() => deleteFiles(files))}
        />
      </div>
      <details className={styles.fileList}>
        <summary className={text.why}>{STORAGE.files(files.length)}</summary>
        <p className={`${text.why} ${styles.folder}`}>{folder}</p>
        <ul className={styles.files}>
          {files.map((file) => (
            <li key={file.url}>
              <span>{file.name}</span>
              <span className={text.why}>
                {stateOf(file)} · {day(file.stored)}
              </span>
              <Confirm
                label={STORAGE.remove}
                about={file.name}
                question={STORAGE.removeFile.question(file.name, label, file.bytes)}
                yes={STORAGE.removeFile.yes}
                onYes={() => change(() => deleteFiles([file]))}
              />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

const sizeOf = (files: readonly StoredFile[]): number => files.reduce((sum, file) => sum + file.bytes, 0);

const stateOf = ({ bytes: there, total, sha256 }: StoredFile): string =>
  sha256 === null ? STORAGE.partial(there, total) : bytes(there);

function summaryOf({ models, embeddings, trouble }: Stored, runs: number): string {
  if (trouble !== null) return STORAGE.unreadableSummary;
  const parts = [
    models.length + embeddings > 0 &&
      STORAGE.summary(models.length, sizeOf(models.flatMap(({ files }) => files)), embeddings),
    runs > 0 && KEPT_RUNS.runs(runs),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : STORAGE.nothing;
}

function keepingOf({ storageUsage, isPersistent }: Stored): string {
  const sentences = [
    storageUsage && STORAGE.usage(storageUsage.usage, storageUsage.quota),
    isPersistent === true && STORAGE.persistent,
    isPersistent === false && STORAGE.evictable,
  ];
  return sentences.filter(Boolean).join(' ');
}
