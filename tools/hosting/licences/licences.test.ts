import { expect, it } from 'vitest';
import { folderOf } from './licences';

it('a module belongs to the innermost package around it', () => {
  expect(folderOf('/lab/node_modules/react/index.js')).toBe('/lab/node_modules/react');
  expect(folderOf('/lab/node_modules/@zip.js/zip.js/lib/a.js?url')).toBe('/lab/node_modules/@zip.js/zip.js');
  expect(folderOf('/lab/node_modules/a/node_modules/b/c.js')).toBe('/lab/node_modules/a/node_modules/b');
  expect(folderOf('\0/lab/node_modules/react/index.js?commonjs-module')).toBe('/lab/node_modules/react');
  expect(folderOf('/lab/src/main.tsx')).toBeUndefined();
});
