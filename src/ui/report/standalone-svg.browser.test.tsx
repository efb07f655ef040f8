import { expect, test } from 'vitest';
import { standaloneSvg } from './standalone-svg';

function drawn(content: string): Element {
  const box = document.createElement('div');
  box.innerHTML = `<svg width="100" height="50" class="x" onload="alert(1)">${content}</svg>`;
  document.body.append(box);
  return box.firstElementChild!;
}

test('shapes and words stay, with the colours of the theme by name', () => {
  const svg = standaloneSvg(
    drawn(
      '<g><path d="M0.123456 1" fill="var(--ink)" class="a" style="fill:red"/><text x="1">a &lt; b</text></g>',
    ),
    'A chart',
  );
  expect(svg).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" role="img" aria-label="A chart">' +
      '<g><path d="M0.12 1" fill="var(--ink)"/><text x="1">a &lt; b</text></g></svg>',
  );
});

test('faint marks stay faint, and words keep their halo', () => {
  const words = '<g opacity="0.65"><text stroke="var(--surface)" paint-order="stroke">a</text></g>';
  const kept = document.createElement('div');
  kept.innerHTML = standaloneSvg(drawn(words), 'A chart');
  expect(kept.querySelector('g')!.getAttribute('opacity')).toBe('0.65');
  expect(kept.querySelector('text')!.getAttribute('paint-order')).toBe('stroke');
});

test('what could run or load is not part of the picture', () => {
  const svg = standaloneSvg(
    drawn(
      '<script>1</script><image href="http://a/b"/><a href="javascript:1"><text>c</text></a>' +
        '<foreignObject><p>d</p></foreignObject><style>e</style><rect width="1" onclick="f()"/>',
    ),
    '"><b>',
  );
  expect(svg).toMatch(/<rect width="1"\/><\/svg>$/);
  expect(svg).not.toMatch(/script|href|foreign|style|onclick|onload|<b>/);
});
