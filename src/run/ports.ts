import type { MemoryCache, StoredVectors } from '../embeddings/cache';
import type { ModelSpec } from '../encoder/catalogue/model-entry';
import type { DownloadedModel, DownloadProgress, ModelFiles } from '../encoder/download/download';
import type { ResolvedDevice } from '../encoder/runtime/device';
import type { Allocate } from '../lib/allocate';
import type { DeviceChoice } from '../protocol/devices';
import type { EncoderFacts } from '../protocol/conformance';
import type { ModelDtype } from '../protocol/models';
import type { EncoderSlot } from './encoder/encoder-slot';
import type { ThumbnailStore } from './embed/thumbnails';
import type { Decoder, EncoderThread, Evaluators, Thread } from './threads';

/** Fetches models and stores them. */
export interface ModelDownloads {
  /**
   * Fetches those files of a model that are not stored yet.
   * @param isBuiltIn true for files that are part of this page, which are not stored a second time
   * @throws FetchError, DeviceError, or what `signal` was aborted with
   */
  fetch(
    spec: ModelSpec,
    dtype: ModelDtype,
    isBuiltIn: boolean,
    signal: AbortSignal,
  ): AsyncGenerator<DownloadProgress, DownloadedModel>;
  /**
   * The bytes of a model that was fetched.
   * @param forSeveral whether several threads will open it: where they can share memory, all of them see its graphs
   */
  read(model: DownloadedModel, forSeveral: boolean): Promise<ModelFiles>;
  /** How much of a file is stored; undefined where nothing is. */
  find(url: string): Promise<{ readonly bytes: number; readonly total: number | null } | undefined>;
}

/** Everything outside the computation that a run uses; handed in, so that a run also works in Node, with fakes. */
export interface Ports {
  readonly threads: {
    startEncoder(): EncoderThread;
    startDecoder(): Thread<Decoder>;
    /** How many decoders keep up with the encoder on this machine. */
    decoderCount(): number;
    startEvaluators(): Evaluators;
    /** Allocates memory that all threads see; null where threads of this page cannot share any. */
    readonly allocateShared: Allocate | null;
  };
  /** Where the loaded encoder stays between runs. */
  readonly encoderSlot: EncoderSlot;
  readonly models: ModelDownloads;
  readonly storage: {
    readonly thumbnails: ThumbnailStore;
    readonly vectors: StoredVectors;
    /** Vectors that storage does not take, until the page is closed. */
    readonly visit: MemoryCache;
    readEncoderFacts(identity: string): Promise<EncoderFacts | undefined>;
    saveEncoderFacts(identity: string, facts: EncoderFacts): Promise<void>;
    /** Asks the browser not to delete what is stored when space runs short. */
    requestPersistence(): Promise<unknown>;
  };
  readonly browser: {
    resolveDevice(choice: DeviceChoice): Promise<ResolvedDevice>;
    /** Memory of the device in GiB; undefined where the browser does not report it. */
    readonly deviceMemory: number | undefined;
    readonly userAgent: string;
    /** A URL in full; one without a scheme is relative to the page. */
    absolute(url: string): string;
  };
  readonly appVersion: string;
  /** Milliseconds since the epoch. */
  now(): number;
}
