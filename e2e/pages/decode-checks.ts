import { parseImageConfig } from '../../src/images/config';
import { decode } from '../../src/images/decode';
import { prepare } from '../../src/images/prepare';

/** As the hub has it for CLIP ViT-B/32, with pixels left at 0 … 255. */
const CLIP = parseImageConfig(
  JSON.stringify({ size: 224, crop_size: 224, resample: 3, do_rescale: false, do_normalize: false }),
);

/** What decoding a file gave: its size, and its pixels and CLIP's square by their SHA-256; or why it was refused. */
export type Decoded = Record<string, number | string>;

export const checks = {
  async decode(url: string): Promise<Decoded> {
    const file = new Uint8Array(await (await fetch(url)).arrayBuffer());
    try {
      const { width, height, data } = await decode(file);
      const { picture: square } = await prepare(file, CLIP);
      return { width, height, rgb: await sha256(data), square: await sha256(square.data) };
    } catch (error) {
      if (error instanceof Error && error.name === 'InputError') return { refused: error.message };
      throw error;
    }
  },
};

async function sha256(bytes: Uint8Array | Uint8ClampedArray): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
