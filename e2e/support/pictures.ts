import type { Page } from '@playwright/test';

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Share of the pixels that are not white, of the whole picture and of the outermost pixels at its right. */
  readonly inked: number;
  readonly inkedAtRight: number;
}

/** Decodes a PNG in the browser of a page and looks at its pixels. */
export function lookAt(page: Page, png: Buffer): Promise<Picture> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const inked = (left: number) => {
      const pixels = new Uint32Array(context.getImageData(left, 0, width - left, height).data.buffer);
      return pixels.filter((pixel) => pixel !== 0xffffffff).length / pixels.length;
    };
    return { width, height, inked: inked(0), inkedAtRight: inked(width - 4) };
  }, png.toString('base64'));
}
