const SOFTWARE = /swiftshader|llvmpipe|lavapipe|software|basic render/i;

/** Whether a GPU adapter is a program on the CPU (SwiftShader, llvmpipe, Microsoft Basic Render Driver): right, but slow. */
export function isSoftwareAdapter(info: {
  readonly vendor: string;
  readonly architecture: string;
  readonly description: string;
  readonly isFallbackAdapter?: boolean;
}): boolean {
  const { vendor, architecture, description, isFallbackAdapter } = info;
  return Boolean(isFallbackAdapter) || SOFTWARE.test([vendor, architecture, description].join(' '));
}
