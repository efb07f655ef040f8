import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Legend } from './Legend';
import { LEGEND } from './texts';

const drawn = (chance: boolean) =>
  renderToStaticMarkup(
    <Legend
      spaces={[{ dim: 512, projection: 'none' }]}
      precisions={['fp16']}
      directions={[]}
      chance={chance}
    />,
  );

test('a legend names chance only where it is drawn', () => {
  expect(drawn(true)).toContain(LEGEND.chance);
  expect(drawn(false)).not.toContain(LEGEND.chance);
});
