import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { writeNpz, type NpyArray } from '../../../lib/npy/npz';
import { INITIAL_STATE } from '../../../state/lab-state';
import { changeChoices, labStore, setFiles } from '../../../state/store';
import { VectorArrays } from './VectorArrays';

beforeEach(() => labStore.setState(INITIAL_STATE, true));

const vectors: NpyArray = { dtype: 'f4', shape: [2, 8], data: new Float32Array(16).fill(1) };
function drop(...names: string[]) {
  const bytes = writeNpz(Object.fromEntries(names.map((name) => [name, vectors])));
  const file = new File([bytes.slice()], 'a.npz');
  setFiles({ ...labStore.getState().files, vectors: [file] });
  changeChoices({ data: 'npz' });
}

test('what arrays are taken for is shown before the run', async () => {
  drop('q_emb', 'd_emb');
  const screen = await render(<VectorArrays />);
  await expect
    .element(screen.getByText('Query vectors: q_emb (2 × 8, float32). Item vectors: d_emb'))
    .toBeVisible();
});

test('arrays whose names tell nothing are chosen by the person, and the choice is part of the link', async () => {
  drop('arr_0', 'arr_1');
  const screen = await render(<VectorArrays />);
  await expect.element(screen.getByText('does not follow from the names')).toBeVisible();
  await screen.getByLabelText('Vectors of the queries').selectOptions('arr_1');
  await expect.element(screen.getByText('Item vectors: arr_0 (2 × 8, float32).')).toBeVisible();
  expect(labStore.getState().choices.arrays).toBe('text=arr_1');
});

test('what the sides hold can be chosen, and what was dropped is taken away again', async () => {
  drop('q_emb', 'd_emb');
  const screen = await render(<VectorArrays />);
  await screen.getByLabelText('What searches what').selectOptions('text-text');
  await expect.element(screen.getByText('Query text vectors: q_emb')).toBeVisible();
  await screen.getByRole('button', { name: 'Remove a.npz' }).click();
  expect(labStore.getState().files.vectors).toEqual([]);
});

test('a file that is none is named', async () => {
  setFiles({ ...labStore.getState().files, vectors: [new File(['x'], 'broken.npz')] });
  const screen = await render(<VectorArrays />);
  await expect.element(screen.getByText('broken.npz is not a complete zip')).toBeVisible();
});
