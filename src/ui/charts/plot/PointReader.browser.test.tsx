import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import type { Axis } from '../../../report/charts/axes/axis';
import { Plot } from './Plot';
import { PointReader } from './PointReader';

const AXIS: Axis = { domain: [0, 1], ticks: [0, 1], scale: 'linear', startsAt: null, format: String };
const POINTS = [
  { key: 'a', x: 120, y: 60, name: 'a', text: 'first', emphasis: {} },
  { key: 'b', x: 220, y: 100, name: 'b', text: 'second', emphasis: {} },
];

/** What a browser tells the page of a tap. */
function tap(target: Element, x: number, y: number) {
  const at = { clientX: x, clientY: y, bubbles: true, pointerType: 'touch' };
  for (const type of ['pointerover', 'pointerdown', 'pointerup', 'pointerout'])
    target.dispatchEvent(new PointerEvent(type, at));
  target.dispatchEvent(new PointerEvent('click', at));
}

test('what a finger taps stays named until the next tap elsewhere; to scroll the page names nothing', async () => {
  const { getByRole, getByTestId, container } = await render(
    <Plot x={AXIS} y={AXIS} width={300} height={200}>
      <PointReader points={POINTS} />
    </Plot>,
  );
  await expect.element(getByRole('slider')).toBeInTheDocument();
  const rect = getByRole('slider').element();
  const { left, top } = container.querySelector('svg')!.getBoundingClientRect();
  tap(rect, left + 120 + 20, top + 60 + 30);
  await expect.element(getByTestId('chart-note')).toHaveTextContent('a first');
  tap(rect, left + 220, top + 100);
  await expect.element(getByTestId('chart-note')).toHaveTextContent('b second');
  rect.dispatchEvent(
    new PointerEvent('pointermove', {
      clientX: left + 120,
      clientY: top + 60,
      bubbles: true,
      pointerType: 'touch',
    }),
  );
  await expect.element(getByTestId('chart-note')).toHaveTextContent('b second');
  tap(rect, left + 60, top + 160);
  await expect.element(getByTestId('chart-note')).not.toBeInTheDocument();
});
