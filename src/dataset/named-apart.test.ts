import { expect, test } from 'vitest';
import { setOrigin } from './drop-origin';
import { namedApart } from './named-apart';

const file = (path: string) => {
  const made = new File([path], path.split('/').at(-1)!);
  setOrigin(made, { root: {} as FileSystemHandle, path });
  return made;
};

test('files of folders that share a name are called by their path, with the texts beside them; others keep their name', async () => {
  const files = ['x/a/1.jpg', 'x/a/1.txt', 'x/b/1.jpg', 'x/b/2.jpg', 'x/c/2.txt'].map(file);
  const apart = namedApart(files);
  expect(apart.map(({ name }) => name)).toEqual(['x/a/1.jpg', 'x/a/1.txt', 'x/b/1.jpg', '2.jpg', '2.txt']);
  expect(await apart[0].text()).toBe('x/a/1.jpg');
});
