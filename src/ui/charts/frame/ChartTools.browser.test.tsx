import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { ChartTools } from './ChartTools';
import { FRAME } from './texts';
import { STAYS } from './use-said';

const show = (csv: () => string) =>
  render(
    <ChartTools
      name="drawn"
      title="Recall@10"
      sentence={null}
      csv={csv}
      legend={null}
      height={100}
      draw={() => <svg />}
      onEnlarge={() => {}}
    />,
  );

test('that a chart was copied is said beside its tools, for a while', async () => {
  vi.spyOn(navigator.clipboard, 'write').mockResolvedValue();
  const { getByRole } = await show(() => '');
  await getByRole('button', { name: /^Copy:/ }).click();
  await expect.element(getByRole('status')).toHaveTextContent(FRAME.copied);
  await expect.element(getByRole('status'), { timeout: STAYS + 3000 }).toBeEmptyDOMElement();
});

test('so is what failed', async () => {
  vi.spyOn(navigator.clipboard, 'write').mockRejectedValue(new Error('not here'));
  const { getByRole } = await show(() => {
    throw new Error('no numbers');
  });
  await getByRole('button', { name: /^Copy:/ }).click();
  await expect.element(getByRole('status')).toHaveTextContent(FRAME.notCopied);
  await getByRole('button', { name: /^CSV:/ }).click();
  await expect.element(getByRole('status')).toHaveTextContent(FRAME.failed('CSV', 'no numbers'));
});
