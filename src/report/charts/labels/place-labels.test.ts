import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels, textBox, whiskerBoxes } from './place-labels';

const FRAME = { x: 0, y: 0, width: 400, height: 300 };

test('no two labels lie on each other, and none leaves the frame', () => {
  const point = fc.record({
    x: fc.integer({ min: 0, max: 400 }),
    y: fc.integer({ min: 0, max: 300 }),
    label: fc.constantFrom('512 · int4', '256 PCA · binary'),
  });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 30 }), (points) => {
      const boxes = placeLabels(points, FRAME).flatMap((place, i) => {
        if (!place) return [];
        const width = 6.1 * points[i].label.length;
        const left = place.x - (place.anchor === 'end' ? width : place.anchor === 'middle' ? width / 2 : 0);
        return [{ left, right: left + width, top: place.y - 6.5, bottom: place.y + 6.5 }];
      });
      boxes.forEach((a, i) => {
        expect(a.left >= 0 && a.right <= 400 && a.top >= 0 && a.bottom <= 300).toBe(true);
        for (const b of boxes.slice(i + 1))
          expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
      });
    }),
  );
});

test('a point alone has its label, and what is in the way is avoided', () => {
  const alone = { x: 200, y: 150, label: '512 · int4' };
  const [free] = placeLabels([alone], FRAME);
  const [avoiding] = placeLabels([alone], FRAME, [{ x: 195, y: 100, width: 10, height: 45 }]);
  expect(free).toMatchObject({ anchor: 'middle' });
  expect(avoiding).toMatchObject({ anchor: 'start' });
});

test('a label between two whiskers stands beside both', () => {
  const point = { x: 200, y: 150, label: '512 · int4' };
  const whiskers = whiskerBoxes(point, { upright: [190, 110], level: [140, 260] });
  const [place] = placeLabels([point], FRAME, whiskers);
  const label = textBox(place!, point.label);
  for (const whisker of whiskers)
    expect(
      label.x >= whisker.x + whisker.width ||
        label.x + label.width <= whisker.x ||
        label.y >= whisker.y + whisker.height ||
        label.y + label.height <= whisker.y,
    ).toBe(true);
});

test('a whisker covers what lies between its ends, whichever is named first; one whose ends are not known covers nothing', () => {
  const at = { x: 10, y: 20 };
  const upright = { x: 7, y: 15, width: 6, height: 30 };
  expect(whiskerBoxes(at, { upright: [45, 15] })).toEqual([upright]);
  expect(whiskerBoxes(at, { upright: [15, 45], level: [NaN, NaN] })).toEqual([upright]);
});
