import { fromBase64 } from '../../lib/bytes';

/** A PNG of one pixel that nobody sees: red 200, green 100, blue 50, alpha 0. */
const HIDDEN = fromBase64(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mM4kWLEAAAEtQFff9OSwAAAAABJRU5ErkJggg==',
);
const GREEN = 100;

let answer: Promise<boolean> | undefined;

/** Whether the browser’s VideoFrame has colours as the file has them where a picture is transparent. WebKit multiplies them by their alpha. */
export const keepsHiddenColours = (): Promise<boolean> => (answer ??= look());

async function look(): Promise<boolean> {
  const bitmap = await createImageBitmap(new Blob([HIDDEN]), {
    colorSpaceConversion: 'none',
    premultiplyAlpha: 'none',
  });
  const frame = new VideoFrame(bitmap, { timestamp: 0 });
  try {
    const pixel = new Uint8Array(frame.allocationSize());
    await frame.copyTo(pixel);
    return pixel[1] === GREEN;
  } finally {
    frame.close();
    bitmap.close();
  }
}
