import { afterEach, expect, test } from 'vitest';
import { startCocoHost } from '../../../e2e/support/coco-host';
import type { DataHost } from '../../../e2e/support/data-host';
import { fastRetries } from '../../../tests/support/fast-retries';
import type { CocoPlace } from '../../protocol/coco-places';
import { cocoSources, openFirst, probeSources, type ProbedSource } from './coco-sources';

const hosts: DataHost[] = [];
afterEach(() => hosts.splice(0).forEach((host) => host.close()));
const signal = new AbortController().signal;
const asking = () => ({ signal, policy: fastRetries() });

const IDS = [139, 285, 632, 724];
const nameOf = (id: number) => `${String(id).padStart(12, '0')}.jpg`;
const pictureOf = (id: number) =>
  Uint8Array.of(0xff, 0xd8, 0xff, ...Array.from({ length: 500 }, (_, i) => i + id));
const captionsOf = (id: number) => [`picture ${id}`, `another of ${id}`];
const CAPTIONS = {
  images: IDS.map((id) => ({ id, file_name: nameOf(id) })),
  annotations: IDS.flatMap((id) =>
    captionsOf(id).map((caption, i) => ({ id: id * 10 + i, image_id: id, caption })),
  ),
};

async function start() {
  const host = await startCocoHost(
    CAPTIONS,
    Object.fromEntries(IDS.map((id) => [nameOf(id), pictureOf(id)])),
  );
  hosts.push(host);
  const sources = (place: CocoPlace) =>
    cocoSources(place, {
      mirror: `${host.url}/mirror/`,
      datasetsServer: host.url,
      official: `${host.url}/official`,
      proxy: `${host.url}/nowhere`,
    });
  return { host, sources };
}

test.each(['mirror', 'parquet', 'official'] as const)(
  'from %s come the same captions and pictures, byte for byte',
  async (place) => {
    const { sources } = await start();
    const { captions, pictures } = await openFirst(sources(place), null, asking(), () => undefined);
    expect(captions.captions.map(({ text }) => text)).toEqual(IDS.flatMap(captionsOf));
    const bytes = await Promise.all(captions.pictures.map(({ fileName }) => pictures.read(fileName, signal)));
    expect(bytes).toEqual(IDS.map(pictureOf));
  },
);

test('of the zip of annotations its directory and the captions alone are fetched', async () => {
  const { host, sources } = await start();
  await openFirst(sources('official'), null, asking(), () => undefined);
  const parts = host.asked.flatMap(({ path, range }) => {
    const match = path.endsWith('.zip') ? /^bytes=(\d+)-(\d+)$/.exec(range ?? '') : null;
    return match ? [Number(match[2]) - Number(match[1]) + 1] : [];
  });
  expect(
    host.asked.filter(({ path, range }) => path.endsWith('.zip') && !/^bytes=\d+-\d+$/.test(range ?? '')),
  ).toEqual([]);
  expect(parts.reduce((sum, length) => sum + length, 0)).toBeLessThan(3e6);
});

test('a source that this page may not read is passed over with the reason, and those after the first good one are not asked', async () => {
  const { host, sources } = await start();
  const probed: ProbedSource[] = [];
  const missing = cocoSources('mirror', {
    mirror: `${host.url}/nothing`,
    datasetsServer: host.url,
    official: host.url,
    proxy: host.url,
  });
  const { label } = await openFirst([...missing, ...sources('auto').slice(1)], null, asking(), (one) =>
    probed.push(one),
  );
  expect(label).toContain('Parquet');
  expect(probed.map(({ why }) => why)).toEqual(['captions_val2017.json: not found (404)', null]);
  expect(host.asked.some(({ path }) => path.startsWith('/official'))).toBe(false);
});

test('where no source can be read, the error says why for each', async () => {
  const { sources } = await start();
  const broken = sources('official').slice(1);
  await expect(openFirst(broken, null, asking(), () => undefined)).rejects.toThrow(
    'Official host (through the server of this page): annotations_trainval2017.zip: not found (404).',
  );
});

test('a probe of all sources reads a few bytes of each', async () => {
  const { host, sources } = await start();
  const probed = await probeSources(sources('auto'), asking());
  expect(probed.map(({ why }) => why)).toEqual([
    null,
    null,
    null,
    'annotations_trainval2017.zip: not found (404)',
  ]);
  const large = host.asked.filter(({ path, range }) => path !== '/parquet' && range !== 'bytes=0-15');
  expect(large).toEqual([]);
});
