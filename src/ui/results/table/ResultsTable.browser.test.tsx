import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { measuredRow } from '../../../../tests/support/rows';
import { ResultsTable } from './ResultsTable';

const rows = [
  measuredRow({ dim: 256 }, { mean: 0.7, margin: 0.01 }),
  measuredRow({ dim: 512 }, { mean: 0.9, margin: 0.01 }),
  measuredRow({ dim: 1024, lifted: true }, { mean: 0.8, margin: 0.01 }),
  measuredRow({ dim: 128, candidateSize: 500, wholeGallery: true }, { mean: 0.6, margin: 0.01 }),
];

const show = (props: { planned?: number; marked?: string } = {}) => (
  <ResultsTable
    rows={rows}
    planned={props.planned ?? rows.length}
    directions={['textToImage']}
    ks={[10]}
    k={10}
    marked={props.marked ? { experiment: props.marked } : null}
  />
);

const dimsOf = (container: HTMLElement) =>
  [...container.querySelectorAll('[data-testid="result-row"] td:first-child')].map((cell) =>
    parseInt(cell.textContent, 10),
  );

test('a click sorts by a column, best first; the second turns it round, the third gives back the order computed', async () => {
  const screen = await render(show());
  const header = screen.getByRole('columnheader', { name: /^R@10 t→i/ });
  const orders = [
    { sort: 'descending', dims: [512, 1024, 256, 128] },
    { sort: 'ascending', dims: [128, 256, 1024, 512] },
    { sort: 'none', dims: [256, 512, 1024, 128] },
  ];
  for (const { sort, dims } of orders) {
    await header.getByRole('button').click();
    await expect.element(header).toHaveAttribute('aria-sort', sort);
    expect(dimsOf(screen.container)).toEqual(dims);
  }
});

test('the whole gallery is told from a pool of as many', async () => {
  const screen = await render(show());
  const pools = [...screen.container.querySelectorAll('[data-testid="result-row"] td:nth-child(3)')];
  expect(pools.map(({ textContent }) => textContent)).toEqual(['100', '100', '100', 'all 500']);
});

test('what names a cell is never cut, however long', async () => {
  const { container } = await render(
    <ResultsTable
      rows={[
        ...rows,
        measuredRow(
          { dim: 1024, projection: 'truncate', precision: 'reference-int8' },
          { mean: 0.8, margin: 0.01 },
        ),
      ]}
      planned={rows.length + 1}
      directions={['textToImage']}
      ks={[10]}
      k={10}
      marked={null}
    />,
  );
  for (const cell of container.querySelectorAll('[data-testid="result-row"] td:nth-child(-n+3)')) {
    expect(cell.scrollWidth, cell.textContent).toBeLessThanOrEqual(cell.clientWidth);
  }
});

test('choosing a column changes no other', async () => {
  const screen = await render(show());
  const headings = () => [...screen.container.querySelectorAll('th')].map(({ textContent }) => textContent);
  const before = headings();
  await screen.getByText(/^Columns: \d+ of \d+$/).click();
  await screen.getByRole('checkbox', { name: 'Mean rank t→i' }).click();
  expect(headings()).toEqual([...before, 'Mean rank t→i']);
});

test('cells still to come are announced below the rows', async () => {
  const screen = await render(show({ planned: 9 }));
  await expect.element(screen.getByTestId('rows-to-come')).toHaveTextContent('5');
});

test('the marked row has the focus', async () => {
  const screen = await render(show());
  await screen.rerender(show({ marked: rows[2].experiment }));
  await expect.element(screen.getByTestId('result-row').nth(2)).toHaveFocus();
  await expect.element(screen.getByTestId('result-row').nth(2)).toHaveAttribute('aria-current', 'true');
});
