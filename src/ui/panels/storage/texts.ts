import { bytes, count, counted } from '../../../report/formats/format';

/** The words of what is stored in the browser. */

export const STORAGE = {
  heading: 'Stored on this device',
  unreadable: (reason: string) => `Cannot read what is stored on this device: ${reason}`,
  failed: (reason: string) => `That failed: ${reason}`,
  trouble: (reason: string) => `Stored embeddings cannot be read. ${reason}`,
  unreadableSummary: 'cannot be read',
  notLasting:
    'This browser window stores no files (a private window, or storage is off or full): models are downloaded again at every visit.',
  nothing: 'nothing yet',
  summary: (models: number, size: number, embeddings: number) =>
    `${counted(models, 'model')}, ${bytes(size)} · ${counted(embeddings, 'embedding')}`,
  noEmbeddings: 'No embeddings',
  embeddings: (number: number) => counted(number, 'embedding'),
  embeddingsWhy: ' of pictures and captions: nothing is embedded twice.',
  thumbnails: (number: number) =>
    `. Beside them ${number === 1 ? 'is one small picture' : `are ${count(number)} small pictures`} to show with results`,
  inMemory: (number: number) =>
    `${counted(number, 'embedding')} ${number === 1 ? 'is' : 'are'} kept only until this page is closed.`,
  usage: (used: number, quota: number) =>
    `This page uses ${bytes(used)} of the ${bytes(quota)} that the browser allows it.`,
  persistent: 'The browser keeps it until you delete it.',
  evictable: 'The browser may delete it when space runs short.',
  askToKeep: 'Ask to keep',
  files: (number: number) => counted(number, 'file'),
  incomplete: (files: number) => `${counted(files, 'file')} incomplete`,
  partial: (there: number, total: number | null) =>
    total === null ? `${bytes(there)} so far` : `${bytes(there)} of ${bytes(total)}`,
  remove: 'Delete',
  removeAll: 'Delete all',
  removeEmbeddings: {
    about: 'embeddings',
    question: (number: number) =>
      `Delete ${counted(number, 'embedding')}? The next run computes those it needs again.`,
    yes: 'Delete embeddings',
  },
  removeEverything: {
    about: 'models and embeddings',
    question: (size: number) =>
      `Delete all models (${bytes(size)}) and embeddings? They have to be downloaded and computed again.`,
    yes: 'Delete all',
  },
  removeModel: {
    question: (model: string, size: number) =>
      `Delete ${model} (${bytes(size)})? It has to be downloaded again before it can be used.`,
    yes: 'Delete model',
  },
  removeFile: {
    question: (file: string, model: string, size: number) => `Delete ${file} of ${model} (${bytes(size)})?`,
    yes: 'Delete file',
  },
};

export const KEPT_RUNS = {
  runs: (number: number) => counted(number, 'run'),
  why: ' in the history, with results and the rank of each query.',
  remove: 'Delete',
  about: 'the runs of the history',
  question: (number: number) => `Delete ${counted(number, 'run')} of the history, starred ones too?`,
  yes: 'Delete runs',
};

export const KEPT = {
  files: (number: number) => `Your ${number === 1 ? 'file' : `${count(number)} files`}`,
  copied: (number: number, size: number) =>
    `${count(number)} copied into this browser (${bytes(size)}), so that a reload does not lose ${number === 1 ? 'it' : 'them'}; the copy stays on this device.`,
  named: (number: number, size: number) =>
    `${count(number)} known by name, size and hash (${bytes(size)} are not copied).`,
  remove: 'Delete',
  about: 'your files',
  question: (number: number, size: number) =>
    `Delete the ${counted(number, 'copy')} (${bytes(size)})? Your own files stay where they are; this page asks for them again.`.replace(
      'copys',
      'copies',
    ),
  yes: 'Delete copies',
};
