import { InputError } from '../lib/errors';
import { isObject, parseObject, wholeNumber } from '../lib/json';
import { FILTERS, type Filter } from './filters';

type Triple = readonly [number, number, number];

/** How a picture is resized before it is cropped: to a short edge, to a given size whatever its shape, or not at all. */
type Resize =
  | { readonly resize: 'short edge'; readonly shortEdge: number }
  | { readonly resize: 'squash'; readonly to: { readonly width: number; readonly height: number } }
  | { readonly resize: 'none' };

/** How pictures are prepared for a model. */
export type ImageConfig = Resize & {
  /** The model's input size, after resizing and cropping, pixels. */
  readonly width: number;
  readonly height: number;
  readonly filter: Filter;
  /** Each byte is multiplied by this. */
  readonly scale: number;
  /** Subtracted per channel after scaling; the result is divided by `std`. */
  readonly mean: Triple;
  readonly std: Triple;
};

const FILE = 'preprocessor_config.json';

type Fields = Readonly<Record<string, unknown>>;

/** Defaults of transformers' base image processor. */
const BASE: Fields = {
  do_resize: true,
  do_rescale: true,
  do_normalize: true,
  rescale_factor: 1 / 255,
  default_to_square: true,
};

const CLIP: Fields = {
  ...BASE,
  default_to_square: false,
  size: 224,
  do_center_crop: true,
  crop_size: 224,
  resample: 3,
  image_mean: [0.48145466, 0.4578275, 0.40821073],
  image_std: [0.26862954, 0.26130258, 0.27577711],
};

const HALVES = { image_mean: [0.5, 0.5, 0.5], image_std: [0.5, 0.5, 0.5] };

/** Defaults by the name of transformers' image processor, without its ending. */
const PROCESSORS: Readonly<Record<string, Fields>> = {
  CLIP,
  Siglip: { ...BASE, default_to_square: false, size: { height: 224, width: 224 }, resample: 3, ...HALVES },
  ViT: { ...BASE, size: { height: 224, width: 224 }, resample: 2, ...HALVES },
};

/**
 * The defaults for a preprocessor_config.json. A file without an image processor counts as CLIP's; a file with an unknown one must
 * set every field that differs between models.
 */
function defaultsOf(config: Fields): Fields {
  const named = config['image_processor_type'] ?? config['feature_extractor_type'];
  if (typeof named !== 'string') return CLIP;
  return PROCESSORS[named.replace(/(ImageProcessor|FeatureExtractor)(Fast|Pil)?$/, '')] ?? BASE;
}

/**
 * Reads preprocessor_config.json as transformers does, with the defaults of the image processor it names.
 * @throws InputError that names the field with a missing, malformed or unsupported value
 */
export function parseImageConfig(text: string): ImageConfig {
  const given = parseObject(text, FILE);
  const json: Record<string, unknown> = { ...defaultsOf(given) };
  for (const [name, value] of Object.entries(given)) if (value !== null) json[name] = value;

  const resize = json['do_resize'] === false ? ({ resize: 'none' } as const) : resizeOf(json);
  const filter = FILTERS[wholeNumber(json['resample'], 0) ?? -1];
  if (!filter) throw unusable(json, 'resample', 'the number of a Pillow filter, 0 (nearest) to 5 (hamming)');
  const scale = json['do_rescale'] === false ? 1 : json['rescale_factor'];
  if (!(typeof scale === 'number' && scale > 0)) throw unusable(json, 'rescale_factor', 'a number above 0');
  const normalises = json['do_normalize'] !== false;
  const std = normalises ? triple(json, 'image_std') : ([1, 1, 1] as const);
  if (std.some((value) => value <= 0)) throw unusable(json, 'image_std', 'three numbers above 0');
  return {
    ...resize,
    ...outputSize(json, resize),
    filter,
    scale,
    mean: normalises ? triple(json, 'image_mean') : [0, 0, 0],
    std,
  };
}

function resizeOf(json: Record<string, unknown>): Resize {
  const { size } = json;
  const side = wholeNumber(size, 1);
  const shortEdge = side ?? wholeNumber(isObject(size) ? size['shortest_edge'] : undefined, 1);
  const isSquare = side !== undefined && json['default_to_square'] === true;
  const to = isSquare ? { width: side, height: side } : rectangle(size);
  if (to) return { resize: 'squash', to };
  if (shortEdge === undefined || (isObject(size) && size['longest_edge'])) {
    throw unusable(json, 'size', 'a whole number of pixels, alone or as shortest_edge, or height and width');
  }
  return { resize: 'short edge', shortEdge };
}

function outputSize(json: Record<string, unknown>, resize: Resize): { width: number; height: number } {
  if (json['do_center_crop'] === true) {
    const { crop_size: crop } = json;
    const side = wholeNumber(crop, 1);
    const cropped = side === undefined ? rectangle(crop) : { width: side, height: side };
    if (!cropped) throw unusable(json, 'crop_size', 'a whole number of pixels, or height and width');
    return cropped;
  }
  if (resize.resize === 'squash') return resize.to;
  throw unusable(
    json,
    'do_center_crop',
    'true unless size is height and width, because all pictures must have one size',
  );
}

function rectangle(value: unknown): { width: number; height: number } | undefined {
  if (!isObject(value)) return undefined;
  const [width, height] = [wholeNumber(value['width'], 1), wholeNumber(value['height'], 1)];
  return width === undefined || height === undefined ? undefined : { width, height };
}

function triple(json: Record<string, unknown>, name: string): Triple {
  const value = json[name];
  if (!Array.isArray(value) || value.length !== 3 || !value.every((x) => Number.isFinite(x))) {
    throw unusable(json, name, 'three numbers');
  }
  return value as unknown as Triple;
}

const unusable = (json: Record<string, unknown>, name: string, what: string) =>
  new InputError(`${FILE}: ${name} must be ${what}, not ${JSON.stringify(json[name])}.`);
