import { describe, expect, it } from 'vitest';
import { KeptFiles, nameOf } from './kept-files';

const SCOPE = 'https://example.org/a/b/';
const files = new KeptFiles(
  ['', 'demo/captions.json'].map((path) => ({ path, revision: '1', part: 'data' })),
  SCOPE,
);
const pathFor = (url: string, method = 'GET') => files.fileOf({ method, url })?.path;

describe('the service worker', () => {
  it('answers for the files of the build, whatever follows their path', () => {
    expect(pathFor(`${SCOPE}demo/captions.json?x#y`)).toBe('demo/captions.json');
    expect(pathFor(SCOPE)).toBe('');
    expect(pathFor(`${SCOPE}index.html#samples=40`)).toBe('');
  });

  it('lets every other request pass', () => {
    expect(pathFor(`${SCOPE}demo/other.json`)).toBeUndefined();
    expect(pathFor('https://example.org/a/')).toBeUndefined();
    expect(pathFor('https://elsewhere.example/a/b/')).toBeUndefined();
    expect(pathFor(SCOPE, 'POST')).toBeUndefined();
  });

  it('tells a file of another version by its name without the hash', () => {
    expect(nameOf('assets/run-BNfzk-Xh.js')).toBe('assets/run.js');
    expect(nameOf('demo/captions.json')).toBe('demo/captions.json');
  });
});
