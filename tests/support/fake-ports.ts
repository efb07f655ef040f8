import { setMaxListeners } from 'node:events';
import { memoryCache, type StoredVectors } from '../../src/embeddings/cache';
import type { ImageConfig } from '../../src/images/config';
import type { Rgb } from '../../src/images/resample';
import { DeviceError } from '../../src/lib/errors';
import { matrix, type Matrix32 } from '../../src/math/matrix';
import { Pcg64 } from '../../src/math/random/pcg64';
import { DEFAULT_CHOICES, type Choices } from '../../src/protocol/choices';
import type { EncoderFacts } from '../../src/protocol/conformance';
import { EncoderSlot } from '../../src/run/encoder/encoder-slot';
import type { RunEvent } from '../../src/run/events';
import type { Ports } from '../../src/run/ports';
import type { RunRequest, UserFiles } from '../../src/run/request';
import type { EncoderThread } from '../../src/run/threads';
import { evaluatorsOf } from './cells';

const DIMENSION = 32;
const IMAGE: ImageConfig = {
  resize: 'none',
  width: 2,
  height: 2,
  filter: { support: 0, weight: () => 1 } as never,
  scale: 1,
  mean: [0, 0, 0],
  std: [1, 1, 1],
};

/** What goes wrong in a run with fakes. */
export interface Mishaps {
  /** WebGPU is there and opens no model. */
  readonly brokenGpu?: boolean;
  /** The encoder's thread dies at its first call. */
  readonly dyingEncoder?: boolean;
  /** Called before anything is embedded. */
  readonly onEmbed?: () => void;
  readonly failingSelfTest?: boolean;
  /** The browser keeps no files. */
  readonly keepsNothing?: boolean;
  /** Storage refuses what is written to it. */
  readonly fullStorage?: boolean;
  /** Storage neither takes nor gives. */
  readonly noStorage?: boolean;
  /** Pictures that no decoder reads, by content. */
  readonly unreadable?: readonly string[];
}

/** Equal names have equal unit vectors, so "3" the caption finds "3" the picture. */
function vectorOf(name: string): Float32Array {
  const bits = new Pcg64(Number(name.replace(/\D/g, '')) || 0);
  const values = Float32Array.from({ length: DIMENSION }, () => 2 * bits.nextDouble() - 1);
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

const vectorsOf = (names: readonly string[]): Matrix32 =>
  matrix(names.length, DIMENSION, Float32Array.from(names.flatMap((name) => [...vectorOf(name)])));

/** A picture's content as its pixels, and back. */
const pixelsOf = (content: string): Rgb => ({ width: 2, height: 2, data: new TextEncoder().encode(content) });
const contentOf = ({ data }: Rgb): string => new TextDecoder().decode(data);

/** Storage that lasts as long as these ports. */
function storedInMemory({ fullStorage, noStorage }: Mishaps): StoredVectors {
  const cache = memoryCache();
  const answer = async <T>(give: () => Promise<T>): Promise<T> => {
    if (noStorage) throw new DeviceError('Storage is off.');
    return give();
  };
  return {
    read: (keys) => answer(async () => ({ vectors: await cache.getMany(keys), damaged: 0 })),
    write: (entries) =>
      answer(async () => {
        if (fullStorage) throw new DeviceError('Storage is full.');
        await cache.setMany(entries);
      }),
    countMissing: (keys) =>
      answer(async () => (await cache.getMany([...keys])).filter((vector) => !vector).length),
  };
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A run's outside made of plain functions, and what they were asked for. */
export function fakePorts(mishaps: Mishaps = {}) {
  const seen = {
    encoders: 0,
    ended: 0,
    encoded: [] as string[],
    decoders: 0,
    thumbnails: new Map<string, Uint8Array>(),
  };
  const facts = new Map<string, EncoderFacts>();
  const startEncoder = (): EncoderThread => {
    const death = new AbortController();
    setMaxListeners(Infinity, death.signal);
    const dies = mishaps.dyingEncoder && seen.encoders === 0;
    seen.encoders++;
    const encode = async (names: readonly string[]): Promise<Matrix32> => {
      mishaps.onEmbed?.();
      if (dies && /^\d+$/.test(names[0])) {
        death.abort(new DeviceError('the browser ended its thread'));
        return new Promise<never>(() => undefined);
      }
      seen.encoded.push(...names);
      return vectorsOf(names);
    };
    return {
      died: death.signal,
      terminate: () => void seen.ended++,
      remote: {
        async open(_files, device) {
          if (mishaps.brokenGpu && device === 'webgpu') throw new DeviceError('it has no memory');
          return { mixed: false, image: IMAGE, least: { pictures: 1, captions: 1 } };
        },
        embedTexts: (texts) => encode(texts),
        embedPrepared: (pictures) => encode(pictures.map(contentOf)),
        countTokens: async (texts) => texts.map((text) => text.length),
      },
    };
  };
  const selfTestOf = (passed: boolean) => ({
    passed,
    verdicts: [{ label: 'Known ranks', passed, sentence: 'recall@1 is 0.4, expected 0.5' }],
  });
  const graph = { bytes: 2 ** 25 };
  const files = { vision: graph, text: graph } as never;
  const model = { files, revision: 'r1', remarks: [], lasting: !mishaps.keepsNothing };
  const ports: Ports = {
    threads: {
      startEncoder,
      startDecoder: () => {
        seen.decoders++;
        return {
          died: new AbortController().signal,
          terminate: () => undefined,
          remote: {
            async prepare(picture) {
              const content = textOf(picture);
              if (mishaps.unreadable?.includes(content)) return { refused: 'is damaged' };
              return { picture: pixelsOf(content), thumbnail: jpegOf(content) };
            },
            thumbnail: async (picture) => jpegOf(textOf(picture)),
          },
        };
      },
      decoderCount: () => 2,
      startEvaluators: () => ({
        open: async () => evaluatorsOf(2),
        selfTest: async () => selfTestOf(!mishaps.failingSelfTest) as never,
        terminate: () => undefined,
      }),
      allocateShared: null,
    },
    encoderSlot: new EncoderSlot(),
    models: {
      async *fetch() {
        yield { received: 10, total: 10, stored: 0, file: 'model.onnx', wait: null };
        return model;
      },
      read: async () => ({ vision: new Uint8Array(5), text: new Uint8Array(5) }) as never,
      find: async () => undefined,
    },
    storage: {
      thumbnails: {
        hashes: async () => [...seen.thumbnails.keys()],
        setMany: async (some) => some.forEach(([hash, jpeg]) => seen.thumbnails.set(hash, jpeg)),
      },
      vectors: storedInMemory(mishaps),
      visit: memoryCache(),
      async readEncoderFacts(identity) {
        if (mishaps.noStorage) throw new DeviceError('Storage is off.');
        return facts.get(identity);
      },
      async saveEncoderFacts(identity, found) {
        if (mishaps.noStorage) throw new DeviceError('Storage is off.');
        facts.set(identity, found);
      },
      requestPersistence: async () => true,
    },
    browser: {
      resolveDevice: async (choice) => ({
        device: choice === 'auto' && mishaps.brokenGpu ? 'webgpu' : 'wasm',
        adapter: null,
        threads: 1,
        shaderF16: false,
        fallback: null,
      }),
      deviceMemory: undefined,
      userAgent: 'a test',
      absolute: (url) => new URL(url, 'https://page.example/').href,
    },
    appVersion: '0.0.0',
    now: () => Date.UTC(2026, 0, 1),
  };
  return { ports, seen };
}

const jpegOf = (content: string) => new TextEncoder().encode(`small ${content}`);

/** Pairs of a captions file and pictures, "1" belonging to "1", as dropped on the page. */
export function filesOf(count: number): UserFiles {
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  const captions = {
    images: numbers.map((id) => ({ id, file_name: `${id}.jpg` })),
    annotations: numbers.map((id) => ({ id, image_id: id, caption: `${id}` })),
  };
  return {
    captions: new File([JSON.stringify(captions)], 'captions.json'),
    pictures: numbers.map((id) => new File([`${id}`], `${id}.jpg`)),
    zip: null,
    tars: [],
    texts: [],
    vectors: [],
    besideVectors: [],
    model: [],
  };
}

/** A small run of those files with the demo model, some choices replaced. */
export function requestOf(files: UserFiles, changes: Partial<Choices> = {}): RunRequest {
  const sweep = {
    ...DEFAULT_CHOICES.sweep,
    dims: [DIMENSION],
    precisions: ['fp16', 'int8'] as const,
    candidateSizes: [5, 10],
    ks: [1],
  };
  return { files, choices: { ...DEFAULT_CHOICES, data: 'files', model: 'demo', sweep, ...changes } };
}

/** The events of one kind. */
export const eventsOf = <K extends RunEvent['kind']>(events: readonly RunEvent[], kind: K) =>
  events.filter((event): event is Extract<RunEvent, { kind: K }> => event.kind === kind);
