import type { Page } from 'playwright';

/** Enough that small text has no visible fringes. */
const QUALITY = 0.9;

/** A PNG as WebP, which takes about a third of the bytes; the browser's own codec makes it on a blank page. */
export async function toWebp(blank: Page, png: Buffer): Promise<Buffer> {
  const base64 = await blank.evaluate(
    async ([data, quality]) => {
      const picture = await createImageBitmap(await (await fetch(data)).blob());
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [picture.width, picture.height];
      canvas.getContext('2d')!.drawImage(picture, 0, 0);
      return canvas.toDataURL('image/webp', quality).split(',')[1];
    },
    [`data:image/png;base64,${png.toString('base64')}`, QUALITY] as const,
  );
  return Buffer.from(base64, 'base64');
}
