import { expect, test } from 'vitest';
import { DeviceError, PictureError } from '../../lib/errors';
import type { ImageConfig } from '../../images/config';
import { matrix } from '../../math/matrix';
import { checkConformance, type CheckTools } from './check-conformance';
import { conformanceWarnings, deviates } from './conformance-warnings';
import type { DualEncoder } from './golden';
import known from './known-jpeg.json';

const IMAGE = { width: 4, height: 4 } as ImageConfig;

/** An encoder whose vectors of pictures are turned by an angle. */
const encoder = (angle: number): DualEncoder => ({
  embedTexts: async (texts) => unit(texts.map((_, i) => i)),
  embedPrepared: async (pictures) => unit(pictures.map((_, i) => i + angle)),
});
const unit = (angles: number[]) =>
  matrix(angles.length, 2, Float32Array.from(angles.flatMap((a) => [Math.cos(a), Math.sin(a)])));

const right = Uint8Array.from(Buffer.from(known.rgb, 'base64'));
function tools(overrides: Partial<CheckTools> = {}) {
  const seen = { ended: 0 };
  const given: CheckTools = {
    openReference: async () => ({ encoder: encoder(0), end: () => void seen.ended++ }),
    obstacle: null,
    prepare: async () => ({ width: known.width, height: known.height, data: right }),
    ...overrides,
  };
  return { given, seen };
}

test('a device that agrees gets its cosine and no warning, and the reference is terminated', async () => {
  const { given, seen } = tools();
  const conformance = await checkConformance(encoder(0), IMAGE, given);
  expect(conformance.lowestCosine).toBeCloseTo(1, 6);
  expect(conformance).toMatchObject({ notCompared: null, jpegDifference: 0, jpegRefused: null });
  expect(conformanceWarnings(conformance)).toEqual([]);
  expect(seen.ended).toBe(1);
});

test('a device that deviates is reported with its cosine', async () => {
  const conformance = await checkConformance(encoder(0.1), IMAGE, tools().given);
  expect(deviates(conformance)).toBe(true);
  expect(conformanceWarnings(conformance)).toEqual([expect.stringContaining('is 0.9950')]);
});

test('the golden vectors are kept to the last bit', async () => {
  const { golden } = await checkConformance(encoder(0.5), IMAGE, tools().given);
  expect(golden.map(({ input }) => input)).toEqual([
    expect.stringContaining('cat'),
    expect.stringContaining('buses'),
    expect.stringContaining('umbrella'),
    'picture: gradient',
    'picture: blocks',
    'picture: noise',
  ]);
  const bytes = Uint8Array.from(Buffer.from(golden[3].vector, 'base64'));
  expect([...new Float32Array(bytes.buffer)]).toEqual([Math.cos(0.5), Math.sin(0.5)].map(Math.fround));
});

test('nothing is compared on WebAssembly itself, with too little memory or with a failing reference, and the reason is given', async () => {
  const cases: [Partial<CheckTools>, string][] = [
    [{ openReference: null }, 'itself ran on WebAssembly'],
    [{ obstacle: 'memory is short' }, 'memory is short'],
    [
      {
        openReference: async () => {
          throw new DeviceError('no thread');
        },
      },
      'no thread',
    ],
  ];
  for (const [overrides, reason] of cases) {
    const conformance = await checkConformance(encoder(0), IMAGE, tools(overrides).given);
    expect(conformance.lowestCosine).toBeNull();
    expect(conformance.notCompared).toContain(reason);
    expect(deviates(conformance)).toBe(false);
  }
});

test('a JPEG decoder that differs or fails is reported', async () => {
  const other = Uint8Array.from(right, (byte) => byte ^ 2);
  const differing = await checkConformance(
    encoder(0),
    IMAGE,
    tools({ prepare: async () => ({ width: known.width, height: known.height, data: other }) }).given,
  );
  expect(differing.jpegDifference).toBe(2);
  expect(conformanceWarnings(differing)).toEqual([expect.stringContaining('by up to 2 of 255')]);
  const none = await checkConformance(
    encoder(0),
    IMAGE,
    tools({
      prepare: async () => {
        throw new PictureError('cannot be decoded');
      },
    }).given,
  );
  expect(conformanceWarnings(none)).toEqual([expect.stringContaining('cannot be decoded')]);
});
