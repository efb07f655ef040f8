import type { Qrels } from '../../kernels/contract/qrels';

/** The right image of each text: length = texts, values are image rows. The one truth both directions come from. */
export type ImageOfText = Uint32Array;

/** Text→image: every text has exactly one relevant image. */
export function textToImage(imageOf: ImageOfText, images: number): Qrels {
  return {
    queries: imageOf.length,
    gallery: images,
    offsets: Uint32Array.from({ length: imageOf.length + 1 }, (_, i) => i),
    items: imageOf,
  };
}

/** Image→text: an image's relevant texts are all that name it, in text order. */
export function imageToText(imageOf: ImageOfText, images: number): Qrels {
  const offsets = new Uint32Array(images + 1);
  for (const image of imageOf) offsets[image + 1]++;
  for (let i = 0; i < images; i++) offsets[i + 1] += offsets[i];
  const next = offsets.slice(0, images);
  const items = new Uint32Array(imageOf.length);
  imageOf.forEach((image, text) => (items[next[image]++] = text));
  return { queries: images, gallery: imageOf.length, offsets, items };
}
