import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeOutputFolder } from './output-folder';

let folder: string;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'output-folder-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('a folder is made with those above it, and left empty', () => {
  const path = join(folder, 'a/b');
  makeOutputFolder(path);
  expect(readdirSync(path)).toEqual([]);
});

test('a folder that is there keeps its files', () => {
  writeFileSync(join(folder, 'kept.csv'), '');
  makeOutputFolder(folder);
  expect(readdirSync(folder)).toEqual(['kept.csv']);
});

test('a path that cannot be a folder is named in a sentence that says what to do', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  for (const path of [file, join(file, 'below')]) {
    expect(() => makeOutputFolder(path)).toThrow(`Cannot write to ${path} (`);
    expect(() => makeOutputFolder(path)).toThrow(/choose another folder with --output_dir\.$/);
  }
});
