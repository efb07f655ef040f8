type Fields = Readonly<Record<string, unknown>>;

/** What transformers' base image processor does where a file says nothing. */
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
 * What a preprocessor_config.json leaves out. Files that name no image processor are CLIP's; one that is not known here has to say
 * all that differs between models itself.
 */
export function defaultsOf(config: Fields): Fields {
  const named = config['image_processor_type'] ?? config['feature_extractor_type'];
  if (typeof named !== 'string') return CLIP;
  return PROCESSORS[named.replace(/(ImageProcessor|FeatureExtractor)(Fast|Pil)?$/, '')] ?? BASE;
}
