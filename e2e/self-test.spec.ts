import { expect, expectRun, runToEnd, test } from './support/lab';
import { SERVED_PAIRS, servedPairs } from './support/vectors';

const ARMS = ['shuffled ground truth → chance', 'constant vectors → chance', 'oracle vectors → 1'];

test('the demo tests itself before it is swept, and shows three ticks', async ({ page, lab }) => {
  await page.goto(`${await lab()}/#samples=60&candidateSizes=20`);
  await runToEnd(page);
  await expectRun(page, 'done');
  const panel = page.getByRole('region', { name: 'Self-test' });
  await panel.getByText('Self-test: passed').click();
  const arms = panel.getByTestId('self-test-case-name');
  await expect(arms).toHaveText(ARMS.map((arm) => new RegExp(`✓.*${arm}`)));
  await expect(panel.getByTestId('self-test-checks').first()).toBeHidden();
  await arms.first().click();
  await expect(panel.getByTestId('self-test-checks').first()).toContainText('Recall@10 must be');
});

/** The kernels with `f32x4.gt` and `f32x4.lt` in each other's place: who is ahead is behind. */
function turned(wasm: Buffer): Buffer {
  const [SIMD, LESS, GREATER] = [0xfd, 0x43, 0x44];
  return Buffer.from(
    wasm.map((byte, at) =>
      wasm[at - 1] === SIMD && [LESS, GREATER].includes(byte) ? LESS + GREATER - byte : byte,
    ),
  );
}

test('kernels that count wrongly are found out: no results are shown, and the run says why', async ({
  page,
  lab,
}) => {
  await page.route(/\/(simd|relaxed)-.*\.wasm$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: turned(await response.body()) });
  });
  await page.goto(`${await lab(servedPairs(60))}/#${SERVED_PAIRS}&dims=64&precisions=fp32&candidateSizes=20`);
  await runToEnd(page);
  await expectRun(page, 'failed');
  await expect(page.getByTestId('run-error')).toContainText('The self-test failed');
  const panel = page.getByRole('region', { name: 'Self-test' });
  await expect(panel.getByRole('alert')).toContainText('no results are shown');
  await expect(panel.getByTestId('self-test-case').and(page.locator('[open]')).first()).toContainText('✗');
  const shown = page.getByTestId(/^(results-table|finding|charts|downloads)$/);
  await expect(shown).toHaveCount(0);
  await page.reload();
  await expect(page.getByTestId('run-error')).toContainText('The self-test failed');
  await expect(shown).toHaveCount(0);
});
