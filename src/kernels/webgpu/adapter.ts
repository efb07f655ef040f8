import { isSoftwareAdapter } from '../../lib/software-adapter';

/** What a GPU is, and which of the shaders' short cuts it has. */
export interface Adapter {
  /** Vendor, architecture and description, as far as the browser tells them. */
  readonly name: string;
  /** True where the "GPU" is a program on the CPU: right, but slower than plain code. */
  readonly fallback: boolean;
  /** Half floats are loaded as such (WebGPU feature shader-f16). */
  readonly halves: boolean;
  /** Four byte products in one instruction (WGSL feature packed_4x8_integer_dot_product). */
  readonly dot4: boolean;
}

type Info = Pick<GPUAdapterInfo, 'vendor' | 'architecture' | 'description'> & {
  readonly isFallbackAdapter?: boolean;
};

/** Describes an adapter by what it says of itself and by the names of its features. */
export function describeAdapter(
  info: Info,
  features: ReadonlySet<string>,
  languageFeatures: ReadonlySet<string>,
): Adapter {
  const name = [info.vendor, info.architecture, info.description].filter(Boolean).join(' ');
  return {
    name: name || 'unnamed adapter',
    fallback: isSoftwareAdapter(info),
    halves: features.has('shader-f16'),
    dot4: languageFeatures.has('packed_4x8_integer_dot_product'),
  };
}
