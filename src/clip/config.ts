import { InputError } from '../errors';

/** How a model wants its pictures. */
export interface ImageConfig {
  /** Length of the short edge after resizing, pixels. */
  readonly shortEdge: number;
  /** Side of the square cut from the middle, pixels. */
  readonly crop: number;
  readonly filter: 'bicubic' | 'bilinear';
  readonly mean: readonly [number, number, number];
  readonly std: readonly [number, number, number];
}

/** Pillow's numbers of the filters that are ported here. */
const FILTERS: Readonly<Record<number, ImageConfig['filter']>> = { 2: 'bilinear', 3: 'bicubic' };

/**
 * Reads preprocessor_config.json.
 * @throws InputError that names the field where a value is missing, malformed or not supported
 */
export function parseImageConfig(text: string): ImageConfig {
  const file = 'preprocessor_config.json';
  const json = parseObject(text, file);
  const field = (name: string, what: string) =>
    new InputError(`${file}: ${name} must be ${what}, not ${JSON.stringify(json[name])}.`);
  const pixels = (name: string, key: string): number => {
    const value = json[name];
    const number = isObject(value) ? value[key] : value;
    if (!Number.isInteger(number) || (number as number) < 1) {
      throw field(name, `a whole number of pixels, alone or as ${key}`);
    }
    return number as number;
  };
  const triple = (name: string): [number, number, number] => {
    const value = json[name];
    if (!Array.isArray(value) || value.length !== 3 || !value.every((x) => Number.isFinite(x))) {
      throw field(name, 'three numbers');
    }
    return value as [number, number, number];
  };
  for (const name of ['do_resize', 'do_center_crop', 'do_normalize', 'do_rescale']) {
    if (json[name] === false) throw field(name, 'true: leaving this step out is not supported');
  }
  const rescale = json['rescale_factor'] ?? 1 / 255;
  if (!(Math.abs(Number(rescale) - 1 / 255) <= 1e-9)) throw field('rescale_factor', '1/255');
  const filter = FILTERS[Number(json['resample'] ?? 3)];
  if (!filter) throw field('resample', '2 (bilinear) or 3 (bicubic)');
  const config = {
    shortEdge: pixels('size', 'shortest_edge'),
    crop: pixels('crop_size', 'height'),
    filter,
    mean: triple('image_mean'),
    std: triple('image_std'),
  };
  const { crop_size: cropSize } = json;
  if (isObject(cropSize) && cropSize['width'] !== cropSize['height']) throw field('crop_size', 'square');
  if (config.crop > config.shortEdge) throw field('crop_size', `at most the short edge, ${config.shortEdge}`);
  if (config.std.some((value) => value <= 0)) throw field('image_std', 'three numbers above 0');
  return config;
}

/**
 * The number of tokens that a model's text side takes, from config.json.
 * @throws InputError where text_config.max_position_embeddings is missing
 */
export function parseContext(text: string): number {
  const { text_config: textConfig } = parseObject(text, 'config.json');
  const context = isObject(textConfig) ? (textConfig['max_position_embeddings'] ?? 77) : undefined;
  if (!Number.isInteger(context) || (context as number) < 2) {
    throw new InputError('config.json: text_config.max_position_embeddings must be a whole number above 1.');
  }
  return context as number;
}

/** Parses JSON text that must be an object; throws an InputError that names the file. */
export function parseObject(text: string, file: string): Record<string, unknown> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new InputError(`${file} is not JSON: ${(error as Error).message}`, error);
  }
  if (!isObject(json)) throw new InputError(`${file} must hold a JSON object.`);
  return json;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
