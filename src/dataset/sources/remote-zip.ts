import { BlobWriter, Reader, ZipReader, type FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js';
import { byteCount } from '../../lib/byte-count';
import { FetchError, InputError, isExplained, messageOf } from '../../lib/errors';
import { FifoCache } from '../../lib/fifo-cache';
import { RangeFile, type RangeFileOptions } from '../../net/range-file';

/** A zip is read in blocks of this size, so that its directory and a file of it take few requests. Bytes. */
const BLOCK = 2 ** 20;
const BLOCKS_HELD = 16;
/** COCO's largest file of captions unpacks to 90 MB. */
const MAX_ENTRY_BYTES = 400 * 2 ** 20;

/**
 * One file out of a zip on a host; of the zip, only its directory and this file are fetched.
 * @param path in the zip
 * @throws FetchError where the host does not send it, InputError where the zip is damaged or has no such file
 */
export async function readFromZip(url: string, path: string, options: RangeFileOptions): Promise<Blob> {
  const file = await RangeFile.open(url, options);
  const zip = new ZipReader(new BlockReader(file), { useWebWorkers: false });
  try {
    const entries = await zip.getEntries();
    const entry = entries.find((one): one is FileEntry => one.filename === path && !one.directory);
    if (!entry) throw new InputError(`${url} has no ${path} in it: check the address.`);
    if (entry.encrypted) throw new InputError(`${path} in ${url} is encrypted.`);
    if (entry.uncompressedSize > MAX_ENTRY_BYTES) {
      throw new InputError(
        `${path} in ${url} unpacks to ${byteCount(entry.uncompressedSize)}, above the limit of ${byteCount(MAX_ENTRY_BYTES)}.`,
      );
    }
    return await entry.getData(new BlobWriter(), { signal: options.signal, checkSignature: true });
  } catch (error) {
    options.signal.throwIfAborted();
    if (isExplained(error)) throw error;
    throw new FetchError(
      `${url} cannot be read as a zip (${messageOf(error)}): it is damaged or not a zip.`,
      error,
    );
  } finally {
    await zip.close();
  }
}

/** A file on a host as zip.js reads it. */
class BlockReader extends Reader<RangeFile> {
  private readonly file: RangeFile;
  private readonly blocks = new FifoCache<Promise<ArrayBuffer>>(BLOCKS_HELD);

  constructor(file: RangeFile) {
    super(file);
    this.file = file;
    this.size = file.byteLength;
  }

  override async readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    const end = Math.min(offset + length, this.size);
    const bytes = new Uint8Array(Math.max(0, end - offset));
    for (let at = offset; at < end;) {
      const start = at - (at % BLOCK);
      const block = await this.blocks.get(String(start), () =>
        this.file.slice(start, Math.min(start + BLOCK, this.size)),
      );
      const piece = new Uint8Array(block, at - start, Math.min(start + block.byteLength, end) - at);
      bytes.set(piece, at - offset);
      at += piece.length;
    }
    return bytes;
  }
}
