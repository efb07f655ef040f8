import { describe, expect, it } from 'vitest';
import { builtFiles } from './built-files';

const written = (paths: Record<string, string>) =>
  Object.entries(paths).map(([path, text]) => ({ path, content: new TextEncoder().encode(text) }));

describe('builtFiles', () => {
  it('leaves out what no visit needs, and puts what the first view needs first', () => {
    const files = builtFiles(
      written({
        'demo/captions.json': '{}',
        'assets/ort-wasm-simd-threaded.asyncify-CGX8rfbW.mjs': 'a',
        'assets/ort-wasm-simd-threaded.jspi-DvzLAhGZ.mjs': 'a',
        'assets/ort-wasm-simd-threaded-qyIweqWS.mjs': 'b',
        'assets/Explorer-CcBHqt1n.js': 'c',
        'assets/index-BmAreVLn.js': 'd',
        'index.html': 'e',
        _headers: 'f',
        'nginx-headers.conf': 'g',
        '.vite/manifest.json': 'h',
        'demo/model/README.md': 'i',
      }),
      new Set(['assets/index-BmAreVLn.js']),
    );
    expect(files.map(({ path, part }) => [path, part])).toEqual([
      ['', 'first view'],
      ['assets/index-BmAreVLn.js', 'first view'],
      ['assets/Explorer-CcBHqt1n.js', 'views'],
      ['assets/ort-wasm-simd-threaded-qyIweqWS.mjs', 'data'],
      ['demo/captions.json', 'data'],
      ['assets/ort-wasm-simd-threaded.jspi-DvzLAhGZ.mjs', 'WebGPU, JSPI'],
      ['assets/ort-wasm-simd-threaded.asyncify-CGX8rfbW.mjs', 'WebGPU, no JSPI'],
    ]);
  });

  it('gives a file another revision exactly where its content differs', () => {
    const of = (text: string) => builtFiles(written({ 'demo/captions.json': text }), new Set())[0].revision;
    expect(of('one')).toBe(of('one'));
    expect(of('one')).not.toBe(of('two'));
  });
});
