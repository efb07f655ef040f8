import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import type { StoredFile } from '../../../encoder/download/model-store';
import { INITIAL_STATE } from '../../../state/lab-state';
import { labStore } from '../../../state/store';
import {
  requestPersistence,
  deleteEmbeddings,
  deleteFiles,
  readStored,
  type Stored,
} from '../../../state/stored';
import { StoragePanel } from './StoragePanel';

vi.mock('../../../state/stored', () => ({
  readStored: vi.fn(),
  deleteFiles: vi.fn(async () => {}),
  deleteEmbeddings: vi.fn(async () => {}),
  requestPersistence: vi.fn(async () => true),
}));

const fileOf = (name: string, change: Partial<StoredFile> = {}): StoredFile => ({
  url: `https://hub.example/${name}`,
  name,
  model: 'CLIP',
  bytes: 1_000_000,
  total: 1_000_000,
  validator: null,
  sha256: 'abc',
  stored: '2026-01-01T00:00:00.000Z',
  ...change,
});

const FILES = [fileOf('config.json'), fileOf('model.onnx', { total: 3_000_000, sha256: null })];
const STORED: Stored = {
  lasting: true,
  models: [{ label: 'CLIP', folder: 'https://hub.example/', files: FILES }],
  embeddings: 24,
  thumbnails: 12,
  inMemory: 0,
  trouble: null,
  storageUsage: { usage: 2_000_000, quota: 10_000_000 },
  isPersistent: false,
};
const NOTHING: Stored = { ...STORED, models: [], embeddings: 0, thumbnails: 0 };

beforeEach(() => {
  vi.clearAllMocks();
  labStore.setState(INITIAL_STATE, true);
});

async function panelOf(stored: Stored) {
  vi.mocked(readStored).mockResolvedValue(stored);
  const screen = await render(<StoragePanel />);
  await screen.getByText('Stored on this device').click();
  return screen;
}

test('the summary counts models, bytes and embeddings', async () => {
  const screen = await panelOf(STORED);
  await expect.element(screen.getByTestId('storage')).toHaveTextContent('1 model, 2 MB · 24 embeddings');
});

test('a file that is not complete shows how much of it is there', async () => {
  const screen = await panelOf(STORED);
  await expect.element(screen.getByText('1 file incomplete')).toBeVisible();
  await screen.getByText('2 files').click();
  await expect.element(screen.getByText('1 MB of 3 MB')).toBeVisible();
});

test('where nothing is stored there is nothing to delete', async () => {
  const screen = await panelOf(NOTHING);
  await expect.element(screen.getByText('nothing yet')).toBeVisible();
  expect(screen.getByRole('button', { name: /Delete/ }).elements()).toEqual([]);
});

test('deleting a file deletes that one, and the panel shows what is left', async () => {
  const screen = await panelOf(STORED);
  await screen.getByText('2 files').click();
  await screen.getByRole('button', { name: 'Delete config.json' }).click();
  vi.mocked(readStored).mockResolvedValue(NOTHING);
  await screen.getByRole('button', { name: 'Delete file' }).click();
  expect(deleteFiles).toHaveBeenCalledExactlyOnceWith([FILES[0]]);
  await expect.element(screen.getByText('nothing yet')).toBeVisible();
});

test('Keep deletes nothing', async () => {
  const screen = await panelOf(STORED);
  await screen.getByRole('button', { name: 'Delete CLIP' }).click();
  await screen.getByRole('button', { name: 'Keep', exact: true }).click();
  expect(deleteFiles).not.toHaveBeenCalled();
});

test('Delete all deletes every file and the embeddings', async () => {
  const screen = await panelOf(STORED);
  await screen.getByRole('button', { name: 'Delete all models and embeddings' }).click();
  await screen.getByRole('dialog').getByRole('button', { name: 'Delete all' }).click();
  expect(deleteFiles).toHaveBeenCalledExactlyOnceWith(FILES);
  await expect.poll(() => vi.mocked(deleteEmbeddings).mock.calls).toHaveLength(1);
});

test('a deletion that fails is a notice with its reason', async () => {
  const screen = await panelOf(STORED);
  vi.mocked(deleteEmbeddings).mockRejectedValueOnce(new Error('the database is locked'));
  await screen.getByRole('button', { name: 'Delete embeddings' }).click();
  await screen.getByRole('dialog').getByRole('button', { name: 'Delete embeddings' }).click();
  await expect.poll(() => labStore.getState().notices).toEqual(['That failed: the database is locked']);
});

test('the browser is asked to keep the files only where it has not promised it', async () => {
  const screen = await panelOf(STORED);
  vi.mocked(readStored).mockResolvedValue({ ...STORED, isPersistent: true });
  await screen.getByRole('button', { name: 'Ask to keep' }).click();
  expect(requestPersistence).toHaveBeenCalledOnce();
  await expect.element(screen.getByText('The browser keeps it until you delete it.')).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Ask to keep' })).not.toBeInTheDocument();
});

test('a window that stores no files says so', async () => {
  const screen = await panelOf({ ...NOTHING, lasting: false });
  await expect.element(screen.getByText('This browser window stores no files')).toBeVisible();
});

test('embeddings that storage does not take are counted apart, and can be deleted', async () => {
  const screen = await panelOf({ ...NOTHING, inMemory: 7 });
  await expect
    .element(screen.getByText('7 embeddings are kept only until this page is closed.'))
    .toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Delete embeddings' })).toBeVisible();
});

test('storage that cannot be read says why, and what else is stored is shown', async () => {
  const screen = await panelOf({ ...STORED, embeddings: 0, trouble: 'Storage does not answer.' });
  await expect
    .element(screen.getByText('Stored embeddings cannot be read. Storage does not answer.'))
    .toBeVisible();
  await expect.element(screen.getByText('1 file incomplete')).toBeVisible();
});
