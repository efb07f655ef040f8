import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type Server } from './serve';

let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
  mkdirSync(join(folder, 'dist'));
  mkdirSync(join(folder, 'pictures', 'deep'), { recursive: true });
  mkdirSync(join(folder, 'pictures-private'));
  writeFileSync(join(folder, 'dist', 'index.html'), '<p>page</p>');
  writeFileSync(join(folder, 'dist', 'lab.wasm'), 'wasm');
  writeFileSync(join(folder, 'secret.json'), '"secret"');
  writeFileSync(join(folder, 'pictures-private', 'secret.json'), '"secret"');
  writeFileSync(join(folder, 'captions.json'), '{}');
  mkdirSync(join(folder, 'models', 'me', 'plain'), { recursive: true });
  mkdirSync(join(folder, 'models', 'me', 'full', 'resolve', 'main'), { recursive: true });
  writeFileSync(join(folder, 'models', 'me', 'plain', 'config.json'), '{"plain":1}');
  writeFileSync(join(folder, 'models', 'me', 'full', 'resolve', 'main', 'config.json'), '{"full":1}');
  writeFileSync(join(folder, 'pictures', 'b.jpg'), '0123456789');
  writeFileSync(join(folder, 'pictures', 'a & b, 50%.jpg'), 'odd');
  writeFileSync(join(folder, 'pictures', 'deep', 'c.jpg'), 'deep');
  server = await serve({
    root: join(folder, 'dist'),
    modelDir: join(folder, 'models'),
    mounts: {
      '/coco/captions_val2017.json': join(folder, 'captions.json'),
      '/coco/val2017/': join(folder, 'pictures'),
    },
  });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { headers });

/** fetch() tidies paths before it sends them; this sends them as they are. */
function statusOfRaw(path: string): Promise<number> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

test('the page is served cross-origin isolated and with the right types', async () => {
  const page = await get('/');
  expect(await page.text()).toBe('<p>page</p>');
  expect(page.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
  expect(page.headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp');
  expect((await get('/lab.wasm')).headers.get('Content-Type')).toBe('application/wasm');
});

test('a mounted file answers at its prefix alone', async () => {
  const file = await get('/coco/captions_val2017.json?download=1');
  expect(await file.text()).toBe('{}');
  expect(file.headers.get('Content-Type')).toBe('application/json');
  expect((await get('/coco/captions.json')).status).toBe(404);
  expect((await get('/coco/captions_val2017.json/secret.json')).status).toBe(404);
});

test('a mounted folder answers below its prefix, whatever the characters of a name', async () => {
  const picture = await get('/coco/val2017/b.jpg');
  expect(await picture.text()).toBe('0123456789');
  expect(picture.headers.get('Content-Type')).toBe('image/jpeg');
  expect(await (await get(`/coco/val2017/${encodeURIComponent('a & b, 50%.jpg')}`)).text()).toBe('odd');
  expect(await (await get('/coco/val2017/deep/c.jpg')).text()).toBe('deep');
  expect((await get('/coco/val2017/missing.jpg')).status).toBe(404);
});

test('index.json lists the files of a mounted folder', async () => {
  expect(await (await get('/coco/val2017/index.json')).json()).toEqual(['a & b, 50%.jpg', 'b.jpg']);
});

test('a range gives those bytes', async () => {
  const part = await get('/coco/val2017/b.jpg', { Range: 'bytes=2-4' });
  expect(part.status).toBe(206);
  expect(part.headers.get('Content-Range')).toBe('bytes 2-4/10');
  expect(await part.text()).toBe('234');
});

test('no path leads out of a mounted folder or out of the page', async () => {
  const paths = [
    '/coco/val2017/../secret.json',
    '/coco/val2017/%2e%2e/secret.json',
    '/coco/val2017/..%2fsecret.json',
    '/coco/val2017/..%5csecret.json',
    '/coco/val2017/%252e%252e/secret.json',
    '/coco/val2017/../pictures-private/secret.json',
    '/coco/val2017//../../secret.json',
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
  ];
  for (const path of paths) expect([path, await statusOfRaw(path)]).toEqual([path, 404]);
  expect(await statusOfRaw('/%E0%A4%A')).toBe(400);
});

test('mounts are open to pages of this machine and closed to web sites', async () => {
  const origins = [
    'http://127.0.0.1:4173',
    'http://localhost:1',
    'https://example.org',
    'http://127.0.0.1.example.org',
  ];
  const allowed = origins.map(async (Origin) =>
    (await get('/coco/val2017/b.jpg', { Origin })).headers.get('Access-Control-Allow-Origin'),
  );
  expect(await Promise.all(allowed)).toEqual([origins[0], origins[1], null, null]);
});

test('a folder of models stands for a hub, with its revisions or without', async () => {
  expect(await (await get('/local/hub/me/full/resolve/main/config.json')).json()).toEqual({ full: 1 });
  expect(await (await get('/local/hub/me/plain/resolve/abc123/config.json')).json()).toEqual({ plain: 1 });
  expect((await get('/local/hub/me/none/resolve/main/config.json')).status).toBe(404);
  expect(await statusOfRaw('/local/hub/me/plain/resolve/x/..%2f..%2f..%2f..%2fsecret.json')).toBe(404);
});

test('a mount that does not exist is an error at the start', async () => {
  await expect(serve({ root: folder, mounts: { '/x': join(folder, 'nothing') } })).rejects.toThrow('ENOENT');
});
