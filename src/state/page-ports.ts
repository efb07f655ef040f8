import { decoderCount, startDecoder, startEncoder, startEvaluators } from '../../workers/host';
import { allocate, sharesMemory } from '../lib/shared-memory';
import { modelDownloads } from '../../workers/model-downloads';
import { resolveDevice } from '../encoder/runtime/device';
import { memoryCache } from '../embeddings/cache';
import { EncoderSlot } from '../run/encoder/encoder-slot';
import type { Ports } from '../run/ports';
import { readEncoderFacts, saveEncoderFacts } from '../storage/encoder-facts';
import { requestPersistence } from '../storage/quota';
import { storedThumbnails } from '../storage/thumbnails';
import { storedVectors } from '../storage/stored-vectors';

/** The ports of a run in this page: its workers, its storage, its browser. */
export const pagePorts: Ports = {
  threads: {
    startEncoder,
    startDecoder,
    decoderCount,
    startEvaluators,
    allocateShared: sharesMemory() ? allocate : null,
  },
  encoderSlot: new EncoderSlot(),
  models: modelDownloads(),
  storage: {
    vectors: storedVectors,
    thumbnails: storedThumbnails,
    visit: memoryCache(),
    readEncoderFacts,
    saveEncoderFacts,
    requestPersistence,
  },
  browser: {
    resolveDevice,
    get deviceMemory() {
      return (navigator as { deviceMemory?: number }).deviceMemory;
    },
    get userAgent() {
      return navigator.userAgent;
    },
    absolute: (url) => new URL(url, document.baseURI).href,
  },
  appVersion: import.meta.env['VITE_VERSION'] as string,
  now: () => performance.timeOrigin + performance.now(),
};
