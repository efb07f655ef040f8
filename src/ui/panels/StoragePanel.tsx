import { useEffect, useState } from 'react';
import type { StoredFile } from '../../encoder/download/model-store';
import { messageOf } from '../../lib/errors';
import { bytes, count } from '../../report/formats/format';
import { notify } from '../../state/store';
import {
  askForKeeping,
  deleteEmbeddings,
  deleteFiles,
  readStored,
  type Stored,
  type StoredModelFiles,
} from '../../state/stored';
import { useLab } from '../../state/use-lab';
import { Confirm } from '../primitives/Confirm';
import './storage.css';

/** What this page keeps on this device, and a way to be rid of it. */
export function StoragePanel() {
  const runStatus = useLab((state) => state.run.status);
  const [stored, setStored] = useState<Stored | null>(null);
  const refresh = () =>
    readStored().then(setStored, (error: unknown) =>
      notify(`What is stored on this device cannot be read: ${messageOf(error)}`),
    );
  useEffect(() => void refresh(), [runStatus]);
  const change = (deed: () => Promise<unknown>) => {
    void deed()
      .catch((error: unknown) => notify(`That could not be done: ${messageOf(error)}`))
      .then(refresh);
  };
  if (!stored) return null;
  const allFiles = stored.models.flatMap(({ files }) => files);
  return (
    <details className="storage" data-testid="storage">
      <summary>
        <h3>Stored on this device</h3>
        <span className="why">{summaryOf(stored)}</span>
      </summary>
      {!stored.lasting && (
        <p className="substitution" data-testid="substitution">
          This browser window keeps no files (a private window, or storage is off): models are fetched again
          at each visit.
        </p>
      )}
      <ul className="stored-models">
        {stored.models.map((model) => (
          <StoredModelItem key={model.folder} model={model} change={change} />
        ))}
      </ul>
      <div className="stored-line">
        <span>
          {stored.embeddings === 0 ? 'No embeddings' : `${count(stored.embeddings)} embeddings`}
          <span className="why"> of pictures and captions: what was embedded once is not embedded again</span>
        </span>
        {stored.embeddings > 0 && (
          <Confirm
            label="Delete"
            about="embeddings"
            question={`Delete ${count(stored.embeddings)} embeddings? The next run makes those it needs again.`}
            yes="Delete embeddings"
            onYes={() => change(deleteEmbeddings)}
          />
        )}
      </div>
      <div className="stored-line keeping">
        <p className="why">{keepingOf(stored)}</p>
        {stored.kept === false && (
          <button type="button" onClick={() => change(askForKeeping)}>
            Ask to keep
          </button>
        )}
        {allFiles.length > 0 && (
          <Confirm
            label="Delete all"
            about="models and embeddings"
            question={`Delete all models (${bytes(sizeOf(allFiles))}) and embeddings? They have to be fetched and made again.`}
            yes="Delete all"
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
  change(deed: () => Promise<unknown>): void;
}

function StoredModelItem({ model: { label, folder, files }, change }: ItemProps) {
  const parts = files.filter(({ sha256 }) => sha256 === null).length;
  return (
    <li>
      <div className="stored-line">
        <strong>{label}</strong>
        <span className="why">
          {bytes(sizeOf(files))}
          {parts > 0 && `, ${parts === 1 ? '1 file' : `${parts} files`} not complete`}
        </span>
        <Confirm
          label="Delete"
          about={label}
          question={`Delete ${label} (${bytes(sizeOf(files))})? It has to be fetched again before it can be used.`}
          yes="Delete model"
          onYes={() => change(() => deleteFiles(files))}
        />
      </div>
      <details>
        <summary className="why">{files.length} files</summary>
        <p className="why folder">{folder}</p>
        <ul className="stored-files">
          {files.map((file) => (
            <li key={file.url}>
              <span>{file.name}</span>
              <span className="why">
                {stateOf(file)} · {new Date(file.stored).toLocaleDateString()}
              </span>
              <Confirm
                label="Delete"
                about={file.name}
                question={`Delete ${file.name} of ${label} (${bytes(file.bytes)})?`}
                yes="Delete file"
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

const stateOf = ({ bytes: there, total, sha256 }: StoredFile): string => {
  if (sha256 !== null) return bytes(there);
  return total === null ? `${bytes(there)} so far` : `${bytes(there)} of ${bytes(total)}`;
};

function summaryOf({ models, embeddings }: Stored): string {
  if (models.length === 0 && embeddings === 0) return 'nothing yet';
  const files = models.flatMap((model) => model.files);
  const one = models.length === 1 ? '1 model' : `${models.length} models`;
  return `${one}, ${bytes(sizeOf(files))} · ${count(embeddings)} embeddings`;
}

function keepingOf({ room, kept }: Stored): string {
  const sentences = [
    room && `This page takes ${bytes(room.usage)} of the ${bytes(room.quota)} that this browser grants it.`,
    kept === true && 'The browser keeps it until you delete it.',
    kept === false && 'The browser may delete it by itself when space gets short.',
  ];
  return sentences.filter(Boolean).join(' ');
}
