import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { INITIAL_STATE, type RunState } from '../../../state/lab-state';
import { cancelRun, startRun } from '../../../state/run-controller';
import { changeChoices, labStore, setRun } from '../../../state/store';
import { RunPanel } from './RunPanel';

vi.mock('../../../state/run-controller', () => ({ startRun: vi.fn(async () => {}), cancelRun: vi.fn() }));

beforeEach(() => {
  vi.clearAllMocks();
  labStore.setState(INITIAL_STATE, true);
});

const showRun = (run: Partial<RunState>) => setRun({ ...labStore.getState().run, ...run });

test('Run starts a run; while it goes on there is Cancel instead', async () => {
  const screen = await render(<RunPanel />);
  await screen.getByRole('button', { name: 'Run the demo' }).click();
  expect(startRun).toHaveBeenCalledOnce();
  showRun({ status: 'running' });
  await expect.element(screen.getByRole('button', { name: /^Run/ })).not.toBeInTheDocument();
  await screen.getByRole('button', { name: 'Cancel' }).click();
  expect(cancelRun).toHaveBeenCalledOnce();
  showRun({ status: 'cancelled' });
  await expect.element(screen.getByText(/^Cancelled\. Finished cells/)).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Run the demo' })).toBeVisible();
});

test('only the demo is called a demo', async () => {
  const screen = await render(<RunPanel />);
  changeChoices({ model: 'files' });
  await expect.element(screen.getByRole('button', { name: 'Run', exact: true })).toBeVisible();
});

test('the size of the sweep follows the choices', async () => {
  const screen = await render(<RunPanel />);
  const { sweep } = labStore.getState().choices;
  const small = { ...sweep, dims: [64], precisions: ['fp32', 'int8'], candidateSizes: [10, 20] } as const;
  changeChoices({ sweep: small });
  await expect.element(screen.getByText('1 dimension × 2 precisions × 2 pools = 4 cells')).toBeVisible();
  changeChoices({ sweep: { ...small, projections: ['random', 'pca'] } });
  const projected = '1 dimension (2 with their projections) × 2 precisions × 2 pools = 8 cells';
  await expect.element(screen.getByText(projected)).toBeVisible();
});

test('what the data is too small for is said beforehand', async () => {
  const screen = await render(<RunPanel />);
  changeChoices({ samples: 159 });
  await expect
    .element(screen.getByTestId('forecast'))
    .toHaveTextContent(
      '3 dimensions × 3 precisions × 2 pools = 18 cells. ' +
        'Pools of 200, 300, 400 and 500 need more pictures than the 159 of this run: left out.',
    );
  const { sweep } = labStore.getState().choices;
  changeChoices({ sweep: { ...sweep, candidateSizes: [400] } });
  await expect
    .element(screen.getByTestId('forecast'))
    .toHaveTextContent(/The pool of 400 needs .* Choose other/);
});

test('a failed run says why in an alert and can be tried again', async () => {
  const screen = await render(<RunPanel />);
  showRun({ status: 'failed', error: 'host.example is still busy.' });
  await expect.element(screen.getByRole('alert')).toHaveTextContent('host.example is still busy.');
  await screen.getByRole('button', { name: 'Retry' }).click();
  expect(startRun).toHaveBeenCalledOnce();
});

test('where the same run would fail again, it cannot be tried again as it is', async () => {
  const screen = await render(<RunPanel />);
  showRun({ status: 'failed', error: 'a.csv has no rows.', mayPass: false });
  await expect.element(screen.getByRole('alert')).toHaveTextContent(/has no rows\. The same run would fail/);
  await expect.element(screen.getByRole('button', { name: 'Retry' })).not.toBeInTheDocument();
});

test('caveats are shown here only until the results show them', async () => {
  const screen = await render(<RunPanel />);
  showRun({ status: 'running', caveats: ['It runs on WebAssembly instead.'] });
  await expect.element(screen.getByText('It runs on WebAssembly instead.')).toBeVisible();
  showRun({ record: {} as RunState['record'] });
  await expect.element(screen.getByText('It runs on WebAssembly instead.')).not.toBeInTheDocument();
});
