import { expect, test } from 'vitest';
import { fingerprintOf } from '../../storage/kept/fingerprint';
import type { KeptFile } from '../../storage/kept/kept-set';
import { answerTo } from './answer';

const fileOf = (name: string, content: string, folder = ''): File => {
  const file = new File([content], name, { lastModified: 5 });
  if (folder) Object.defineProperty(file, 'webkitRelativePath', { value: `${folder}/${name}` });
  return file;
};
async function keptOf(path: string, content: string): Promise<KeptFile> {
  const blob = new Blob([content]);
  const fingerprint = await fingerprintOf(blob);
  return {
    slot: 'pictures',
    path,
    size: blob.size,
    type: '',
    modified: 5,
    fingerprint,
    offset: null,
    root: null,
  };
}

test('the same files fit, wherever they lie now; others of the drop are none of them', async () => {
  const asked = [await keptOf('a.jpg', 'A'), await keptOf('b.jpg', 'B')];
  const [a, b] = [fileOf('a.jpg', 'A', 'elsewhere'), fileOf('b.jpg', 'B')];
  const answer = await answerTo(asked, [b, fileOf('c.jpg', 'C'), a]);
  expect(answer).toEqual({
    fitting: new Map([
      [asked[1], b],
      [asked[0], a],
    ]),
    wrong: [],
  });
});

test('files of other names are other files', async () => {
  expect(await answerTo([await keptOf('a.jpg', 'A')], [fileOf('c.jpg', 'A')])).toBeNull();
  expect(await answerTo([], [fileOf('c.jpg', 'A')])).toBeNull();
});

test('a file of another size, or with something else in it, is refused with a sentence', async () => {
  const asked = [await keptOf('a.jpg', 'AB'), await keptOf('b.jpg', 'AB')];
  const answer = await answerTo(asked, [fileOf('a.jpg', 'ABC'), fileOf('b.jpg', 'AX')]);
  expect(answer!.fitting.size).toBe(0);
  expect(answer!.wrong).toEqual([
    'This is not the same file: a.jpg had 2 bytes, and the one given now has 3 bytes.',
    'This is not the same file: b.jpg is as long as it was (2 bytes), but something else is in it.',
  ]);
});

test('of files of one name, each finds its own by its folder or else by what is in it', async () => {
  const asked = [await keptOf('x/a.jpg', 'A'), await keptOf('y/a.jpg', 'B')];
  const [inY, inX] = [fileOf('a.jpg', 'B', 'y'), fileOf('a.jpg', 'A', 'x')];
  const answer = await answerTo(asked, [inY, inX]);
  expect([answer!.fitting.get(asked[0]), answer!.fitting.get(asked[1])]).toEqual([inX, inY]);
  const loose = await answerTo(asked, [fileOf('a.jpg', 'B')]);
  expect([...loose!.fitting.keys()]).toEqual([asked[1]]);
});

test('a file that was never read is known by its time', async () => {
  const asked = [{ ...(await keptOf('a.jpg', 'A')), fingerprint: null }];
  expect((await answerTo(asked, [fileOf('a.jpg', 'B')]))!.fitting.size).toBe(1);
  expect((await answerTo([{ ...asked[0], modified: 6 }], [fileOf('a.jpg', 'A')]))!.fitting.size).toBe(0);
});
